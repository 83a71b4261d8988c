package org.macro2micro.dataset;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date where a clip's name should stand: spreadsheet programs take a name such as 6-1-2 for one.
 * It is turned back into the name where that can be told.
 *
 * @param day the date
 */
record DateName(LocalDate day) {
  /**
   * Counting starts here: day 1 of a workbook is 1 January 1900, and workbooks count a 29 February
   * 1900 that did not exist.
   */
  private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);

  private static final Pattern SERIAL = Pattern.compile("([2-9]\\d{4})(?:\\.0*)?");
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)(?:[T ]00:00(?::00(?:\\.0+)?)?)?");

  /** The date that a text is, as a workbook's number of days or as year-month-day. */
  static Optional<DateName> of(String text) {
    Matcher serial = SERIAL.matcher(text.strip());
    if (serial.matches()) {
      return Optional.of(new DateName(ZERO.plusDays(Integer.parseInt(serial.group(1)))));
    }
    Matcher iso = ISO.matcher(text.strip());
    if (!iso.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new DateName(
              LocalDate.of(
                  Integer.parseInt(iso.group(1)),
                  Integer.parseInt(iso.group(2)),
                  Integer.parseInt(iso.group(3)))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * The clip's name that became the date. Only SAMM's names, subject_film_take, can: the date's
   * parts are put in the orders in which dates are written, and the one that begins with the
   * subject and, where folders are given, has a folder, is the name.
   *
   * @throws UnusableClipException if none fits, or more than one
   */
  String clip(String database, String subject, Optional<SubjectFolders> folders)
      throws IOException, UnusableClipException {
    Set<String> names = new TreeSet<>();
    if (database.equals(SammReader.DATABASE)) {
      int year = day.getYear() % 100;
      int month = day.getMonthValue();
      int date = day.getDayOfMonth();
      for (List<Integer> order :
          List.of(
              List.of(year, month, date), List.of(month, date, year), List.of(date, month, year))) {
        if (order.get(0) == Integer.parseInt(subject)) {
          names.add(subject + "_" + order.get(1) + "_" + order.get(2));
        }
      }
    }
    if (folders.isPresent()) {
      names.retainAll(folders.get().clips(subject).keySet());
    }
    if (names.size() != 1) {
      throw new UnusableClipException(
          "clip name \"%s\" is a date that a spreadsheet program made of it, and %s: write the name back into the sheet, as text"
              .formatted(
                  day, names.isEmpty() ? "no clip's name fits it" : "it could be any of " + names));
    }
    return names.iterator().next();
  }
}
