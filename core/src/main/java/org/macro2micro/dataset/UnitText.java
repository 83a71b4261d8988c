package org.macro2micro.dataset;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.macro2micro.clip.UnitChoice;
import org.macro2micro.clip.UnitCode;
import org.macro2micro.clip.UnitCoding;

/**
 * Action units as sheets write them: {@code 4+L10}, {@code R12B}, {@code 12 or 14}, {@code 12C+25}.
 *
 * <p>Units are joined by {@code +}, comma or semicolon. A unit is a number of FACS, perhaps with
 * {@code AU} and one letter L, R, T or B of a side before it, an intensity A to E behind it, L or R
 * behind that where no side stands before, and a question mark. Alternatives, with {@code or} or a
 * slash between them, bind more closely than the joint: {@code 4+12 or 14} is 4 and one of 12 and
 * 14. {@code 0} and {@code none} alone say that no unit moved.
 *
 * <p>What can't be read is never guessed at: {@code 4 7} could be two units or lack a sign. The
 * rest of the text is kept as an incomplete coding; if nothing else is there, the units are
 * unknown.
 *
 * @param coding what was read; empty if there was nothing, or nothing that could be read
 * @param unread the parts that could not be read, as they were written
 */
record UnitText(Optional<UnitCoding> coding, List<String> unread) {
  /** The longest combination in any database is a quarter of this. */
  private static final int MOST_CHARACTERS = 200;

  private static final int MOST_QUOTED = 40;
  private static final int MOST_NAMED = 3;
  private static final String LETTERS = "ABCDE";
  private static final Pattern JOINT = Pattern.compile("[+,;]");
  private static final Pattern OR = Pattern.compile("/|OR");
  private static final Pattern CODE =
      Pattern.compile(
          "(?:AU\\s*)?(?<before>[LRTB])?\\s*(?:AU\\s*)?(?<number>[0-9]{1,2})\\s*(?<intensity>[A-E])?"
              + "\\s*(?<behind>[LR])?\\s*(?<doubt>\\?)?");

  UnitText {
    unread = List.copyOf(unread);
  }

  /** Reads a cell. */
  static UnitText of(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return new UnitText(Optional.empty(), List.of(quoted(text)));
    }
    // Full-width digits, plus signs and spaces become the usual ones.
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    if (plain.isEmpty()) {
      return new UnitText(Optional.empty(), List.of());
    }
    if (plain.equals("0") || plain.equalsIgnoreCase("none")) {
      return new UnitText(Optional.of(UnitCoding.none()), List.of());
    }
    return ofUnits(Arrays.asList(JOINT.split(plain, -1)));
  }

  /** Reads units one by one, such as those of MMI's XML; without any, the coding has no units. */
  static UnitText ofUnits(List<String> units) {
    List<UnitChoice> choices = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    for (String unit : units) {
      choice(unit).ifPresentOrElse(choices::add, () -> unread.add(quoted(unit)));
    }
    return of(choices, unread);
  }

  /** What follows from the units that were read and from what could not be. */
  static UnitText of(List<UnitChoice> choices, List<String> unread) {
    boolean known = !choices.isEmpty() || unread.isEmpty();
    return new UnitText(
        known ? Optional.of(new UnitCoding(choices, unread.isEmpty())) : Optional.empty(), unread);
  }

  /**
   * Alternatives are read as a whole or not at all: the one that can't be read may be the true one.
   */
  private static Optional<UnitChoice> choice(String text) {
    List<UnitCode> codes = new ArrayList<>();
    for (String code : OR.split(text.toUpperCase(Locale.ROOT), -1)) {
      Optional<UnitCode> read = code(code.strip());
      if (read.isEmpty()) {
        return Optional.empty();
      }
      codes.add(read.get());
    }
    return Optional.of(new UnitChoice(codes));
  }

  private static Optional<UnitCode> code(String text) {
    Matcher matcher = CODE.matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group("number")) == 0) {
      return Optional.empty();
    }
    Optional<String> before = Optional.ofNullable(matcher.group("before"));
    Optional<String> behind = Optional.ofNullable(matcher.group("behind"));
    if (before.isPresent() && behind.isPresent()) {
      return Optional.empty();
    }
    String intensity = matcher.group("intensity");
    return Optional.of(
        new UnitCode(
            Integer.parseInt(matcher.group("number")),
            before.or(() -> behind).map(UnitText::side),
            intensity == null
                ? OptionalInt.empty()
                : OptionalInt.of(LETTERS.indexOf(intensity) + 1),
            matcher.group("doubt") != null));
  }

  private static UnitCode.Side side(String letter) {
    return switch (letter) {
      case "L" -> UnitCode.Side.LEFT;
      case "R" -> UnitCode.Side.RIGHT;
      case "T" -> UnitCode.Side.TOP;
      default -> UnitCode.Side.BOTTOM;
    };
  }

  /** What to note about the parts that could not be read; empty if there are none. */
  Optional<String> problem(String where) {
    if (unread.isEmpty()) {
      return Optional.empty();
    }
    String named =
        unread.stream()
            .limit(MOST_NAMED)
            .map(part -> '"' + part + '"')
            .collect(Collectors.joining(", "));
    return Optional.of(
        "%s has action units that can't be read, %s%s: expected units such as 4+R12B or \"12 or 14\"; %s"
            .formatted(
                where,
                named,
                unread.size() > MOST_NAMED ? ", ..." : "",
                coding
                    .map(c -> "only " + shortened(c.toString()) + " is known")
                    .orElse("the clip's units are unknown")));
  }

  /** A part that could not be read, as a problem names it. */
  static String quoted(String text) {
    return shortened(text.strip());
  }

  private static String shortened(String text) {
    return text.length() > MOST_QUOTED ? text.substring(0, MOST_QUOTED) + "..." : text;
  }
}
