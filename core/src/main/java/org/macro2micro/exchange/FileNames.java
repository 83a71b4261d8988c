package org.macro2micro.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names for the files of several films, one each, that every system can hold. */
final class FileNames {
  private static final int MOST_BYTES = 180;
  private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)");

  private FileNames() {}

  /**
   * Returns a name for each film, without ending: the film's own without its extension, or with it
   * where several films would have the same name. No two differ in case alone.
   */
  static List<String> of(List<AnnotatedFilm> films) {
    List<String> stems = films.stream().map(film -> FilmName.stem(film.name())).toList();
    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < films.size(); i++) {
      String stem = stems.get(i);
      boolean alone = stems.stream().filter(other -> key(other).equals(key(stem))).count() == 1;
      String wanted = safe(alone ? stem : films.get(i).name());
      String name = wanted;
      for (int number = 2; !taken.add(key(name)); number++) {
        name = wanted + "-" + number;
      }
      names.add(name);
    }
    return names;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String safe(String name) {
    String plain =
        name.replaceAll("[<>:\"/\\\\|?*\\p{Cntrl}\\x{FFFD}]", "_")
            .replaceAll("^[. ]", "_")
            .replaceAll("[. ]$", "_");
    while (plain.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      plain = plain.substring(0, plain.offsetByCodePoints(plain.length(), -1));
    }
    if (plain.isEmpty()) {
      return "film";
    }
    return RESERVED.matcher(plain).matches() ? "_" + plain : plain;
  }
}
