package org.macro2micro.method;

/**
 * What a method that tells action units says of itself, and how it is made.
 *
 * @param name as rows, settings and seeds know it, such as "units"
 * @param title what it is, in a line
 * @param needs what it must be given of a clip
 * @param maker makes it from its block of the settings
 */
public record UnitPage(String name, String title, Needs needs, Maker maker) {
  /** Makes a method. */
  @FunctionalInterface
  public interface Maker {
    /**
     * The method that these settings describe; reads no file and holds no native memory yet.
     *
     * @throws IllegalArgumentException if a setting can't be used; the message names it
     */
    UnitMethod make(MethodBlock block);
  }
}
