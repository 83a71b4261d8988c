package org.macro2micro.experiment;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Refuses names that are one name written in two ways: "Negative" beside "negative". */
public final class Spellings {
  private Spellings() {}

  /**
   * Compares names without regard to capitals, the width of blanks, and how accents are encoded.
   *
   * @param what the names are of, such as "class"
   * @throws IllegalArgumentException if two of them differ in nothing else
   */
  public static void requireOne(String what, Collection<String> names) {
    Map<String, String> seen = new HashMap<>();
    for (String name : new TreeSet<>(names)) {
      String plain =
          Normalizer.normalize(name, Normalizer.Form.NFKC)
              .toLowerCase(Locale.ROOT)
              .replaceAll("\\s+", " ")
              .strip();
      String first = seen.putIfAbsent(plain, name);
      if (first != null) {
        throw new IllegalArgumentException(
            "%s \"%s\" stands beside \"%s\", which would count as two; expected one spelling: write both alike"
                .formatted(what, first, name));
      }
    }
  }
}
