package org.macro2micro.method;

/**
 * What a method says of itself, and how it is made: one constant on the method's own page, named by
 * one line of the catalog.
 *
 * @param name as rows, settings and seeds know it, such as "lbp-top"
 * @param label what the paper's tables call it, such as "LBP-TOP"
 * @param title what it is, in a line
 * @param citation where it comes from
 * @param needs what it must be given of a clip
 * @param departures where it differs from its authors' program, a sentence or more; "none known" if
 *     it does not
 * @param remark what must be said below a table of its row, the part of a sentence after "Boost: ";
 *     empty if nothing
 * @param maker makes it from its block of the settings
 */
public record MethodPage(
    String name,
    String label,
    String title,
    String citation,
    Needs needs,
    String departures,
    String remark,
    Maker maker) {

  /** A method of which tables say nothing more. */
  public MethodPage(
      String name,
      String label,
      String title,
      String citation,
      Needs needs,
      String departures,
      Maker maker) {
    this(name, label, title, citation, needs, departures, "", maker);
  }

  /** Makes a method. */
  @FunctionalInterface
  public interface Maker {
    /**
     * The method that these settings describe; reads no file and holds no native memory yet.
     *
     * @throws IllegalArgumentException if a setting can't be used; the message names it
     */
    Method make(MethodBlock block);
  }
}
