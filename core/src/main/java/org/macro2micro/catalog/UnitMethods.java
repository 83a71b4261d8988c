package org.macro2micro.catalog;

import java.util.Arrays;
import java.util.List;
import org.macro2micro.method.UnitPage;
import org.macro2micro.method.graph.AuGacnUnits;
import org.macro2micro.method.units.TwoStreamUnits;

/** The methods that tell action units, each listed once. */
public enum UnitMethods {
  /** A two-stream network that learns nothing else. */
  UNITS(TwoStreamUnits.PAGE),
  /** AU-GACN, which learns classes too. */
  AU_GACN(AuGacnUnits.PAGE);

  /**
   * The action units that the field's work on micro-expressions counts: inner and outer brow raiser
   * (1, 2), brow lowerer (4), upper lid raiser (5), cheek raiser (6), lid tightener (7), nose
   * wrinkler (9), upper lip raiser (10), lip corner puller (12), dimpler (14), lip corner depressor
   * (15), chin raiser (17).
   */
  public static final List<Integer> UNITS_OF_THE_FIELD =
      List.of(1, 2, 4, 5, 6, 7, 9, 10, 12, 14, 15, 17);

  @SuppressWarnings("ImmutableEnumChecker") // a page holds constants and a stateless maker
  private final UnitPage page;

  UnitMethods(UnitPage page) {
    this.page = page;
  }

  /** Returns the page that describes the method and makes it. */
  public UnitPage page() {
    return page;
  }

  /** All names. */
  public static List<String> names() {
    return Arrays.stream(values()).map(method -> method.page.name()).toList();
  }

  /**
   * The method of this name.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static UnitMethods byName(String name) {
    return Arrays.stream(values())
        .filter(method -> method.page.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"%s\" does not tell action units: expected one of %s"
                        .formatted(name, names())));
  }
}
