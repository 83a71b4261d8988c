package org.macro2micro.lab.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.macro2micro.clip.Emotion;

/** The names of people and clips in the databases. */
final class RosterNames {
  /** SMIC's numbers have gaps: people who showed nothing. */
  private static final List<Integer> SMIC =
      List.of(1, 2, 3, 4, 5, 6, 8, 9, 11, 12, 13, 14, 15, 18, 19, 20);

  /** SAMM's 28 people of the composite task, and 025, whose number is the lab's own choice. */
  private static final List<Integer> SAMM =
      List.of(
          6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 30, 31,
          32, 33, 34, 35, 36, 37);

  private static final int SAMM_FILMS = 7;

  private final Layout layout;
  private final String subject;
  private final RandomGenerator random;
  private final Set<String> used = new TreeSet<>();

  /** The names of one person's clips. */
  RosterNames(Layout layout, String subject, RandomGenerator random) {
    this.layout = layout;
    this.subject = subject;
    this.random = random;
  }

  /** CASME II and MMI count their people from 1; CK+ numbers them with gaps, from S005 on. */
  static String subject(Layout layout, int position) {
    return switch (layout) {
      case CASME_TWO -> String.format(Locale.ROOT, "sub%02d", position + 1);
      case SMIC -> String.format(Locale.ROOT, "s%02d", listed(SMIC, position));
      case SAMM -> String.format(Locale.ROOT, "%03d", listed(SAMM, position));
      case CK_PLUS -> String.format(Locale.ROOT, "S%03d", 5 + position + position / 4);
      case MMI -> String.format(Locale.ROOT, "S%03d", position + 1);
    };
  }

  /** After the end of the list the numbers go on. */
  private static int listed(List<Integer> numbers, int position) {
    int last = numbers.size() - 1;
    return position <= last ? numbers.get(position) : numbers.get(last) + position - last;
  }

  /** Removes a name from those to choose from. */
  void reserve(String name) {
    used.add(layout == Layout.CASME_TWO ? name.substring(0, 7) : name);
  }

  /** The next clip's name. */
  String next(Optional<Emotion> label) {
    return switch (layout) {
      case CASME_TWO -> film();
      case SMIC -> counted(subject + "_" + code(label.orElse(Emotion.NEGATIVE)) + "_%02d");
      case SAMM -> counted(subject + "_" + random.nextInt(1, SAMM_FILMS + 1) + "_%d");
      case CK_PLUS -> counted("%03d");
      case MMI -> counted(subject + "-%03d");
    };
  }

  /** CASME II names film and take, many with an f. */
  private String film() {
    int film = random.nextInt(1, 20);
    String ending = random.nextDouble() < .7 ? "f" : "";
    return counted(String.format(Locale.ROOT, "EP%02d_", film) + "%02d") + ending;
  }

  private String counted(String format) {
    int count = 1;
    String name = String.format(Locale.ROOT, format, count);
    while (!used.add(name)) {
      count++;
      name = String.format(Locale.ROOT, format, count);
    }
    return name;
  }

  private static String code(Emotion label) {
    return switch (label) {
      case POSITIVE -> "po";
      case SURPRISE -> "sur";
      default -> "ne";
    };
  }
}
