package org.macro2micro.dataset;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of people and clips in the micro-expression databases. Sheets, folders and lists made
 * from them write the same name in different ways ("1", "01", "sub01"; "s1", "s01"; "6", "006"); a
 * clip's id must be the same whichever was read.
 */
final class MicroNames {
  private static final Map<String, Form> FORMS =
      Map.of(
          "casme2", new Form("(?i)(?:sub)?0*(\\d{1,3})", "sub%02d"),
          "smic", new Form("(?i)s?0*(\\d{1,3})", "s%02d"),
          "samm", new Form("0*(\\d{1,3})", "%03d"));

  private static final Pattern CASME_CLIP = Pattern.compile("(?i)ep(\\d.*?)(f?)");

  private record Form(Pattern pattern, String format) {
    Form(String pattern, String format) {
      this(Pattern.compile(pattern), format);
    }
  }

  private MicroNames() {}

  /** The subject's one name, or empty if the database has no such names. */
  static Optional<String> subject(String database, String text) {
    Form form = FORMS.get(database);
    Matcher matcher = form == null ? null : form.pattern().matcher(text.strip());
    if (form == null || matcher == null || !matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(Locale.ROOT, form.format(), Integer.parseInt(matcher.group(1))));
  }

  /**
   * The database a subject's full name belongs to: sub01 is CASME II's, s01 or s1 SMIC's, 006
   * SAMM's. A bare "6" could be anyone's.
   */
  static Optional<String> databaseOf(String subject) {
    String plain = subject.strip().toLowerCase(Locale.ROOT);
    if (plain.matches("sub\\d{1,3}")) {
      return Optional.of("casme2");
    }
    if (plain.matches("s\\d{1,2}")) {
      return Optional.of("smic");
    }
    return plain.matches("\\d{3}") ? Optional.of("samm") : Optional.empty();
  }

  /**
   * The clip's one name: EP02_01f in CASME II; in SMIC and SAMM, whose clip names begin with the
   * subject, s01_ne_01 and 006_1_2.
   *
   * @param subject the subject's one name
   */
  static String clip(String database, String subject, String text) {
    String plain = text.strip();
    if (database.equals("casme2")) {
      Matcher matcher = CASME_CLIP.matcher(plain);
      return matcher.matches()
          ? "EP" + matcher.group(1) + matcher.group(2).toLowerCase(Locale.ROOT)
          : plain;
    }
    if (!FORMS.containsKey(database)) {
      return plain;
    }
    int underscore = plain.indexOf('_');
    boolean prefixed =
        underscore > 0
            && subject(database, plain.substring(0, underscore)).equals(Optional.of(subject))
            && (database.equals("smic")
                ? plain.startsWith("s") || plain.startsWith("S")
                : plain.indexOf('_') != plain.lastIndexOf('_'));
    return subject + "_" + (prefixed ? plain.substring(underscore + 1) : plain);
  }

  /**
   * Refuses a text that can't be part of an id.
   *
   * @param what "subject", "clip" or "database"
   */
  static String requireName(String what, String text) throws UnusableClipException {
    if (text.isBlank() || text.indexOf('/') >= 0 || text.indexOf('\\') >= 0) {
      throw new UnusableClipException(
          what + " name \"" + text + "\" is blank or has a slash: expected a plain name");
    }
    return text;
  }
}
