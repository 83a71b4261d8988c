package org.macro2micro.dataset;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells which of the numbers in the names of a folder's images counts the frames: the one that
 * varies. In {@code frame_0001_64x64} and {@code frame_0002_64x64} it is the first; in {@code
 * t_0.250} and {@code t_0.500} the decimals belong to one number.
 *
 * <p>Where several numbers vary they must agree on one order, as a counter and a time stamp do, or
 * one of them must count while those behind it repeat themselves, as the corners of a face do.
 * Anything else is not guessed at.
 *
 * @param values what counts the frames, for each name
 * @param problem why the order can't be told, in words; empty if it can
 */
record FrameNumbers(List<BigDecimal> values, Optional<String> problem) {
  private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");

  FrameNumbers {
    values = List.copyOf(values);
  }

  /** Returns how many separate runs of digits a name has. */
  static int count(String name) {
    return (int) DIGITS.matcher(name).results().count();
  }

  /**
   * Reads the names.
   *
   * @param names at least one, without extension, all with the same {@link #count}, which is not 0
   */
  static FrameNumbers of(List<String> names) {
    List<List<BigDecimal>> columns = columns(names);
    List<List<BigDecimal>> varying =
        columns.stream().filter(c -> c.stream().anyMatch(v -> isOther(v, c.get(0)))).toList();
    if (varying.isEmpty()) {
      return new FrameNumbers(columns.get(columns.size() - 1), Optional.empty());
    }
    if (varying.size() == 1) {
      return new FrameNumbers(varying.get(0), Optional.empty());
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      order.add(i);
    }
    Comparator<Integer> leftToRight = Comparator.comparing(i -> varying.get(0).get(i));
    for (List<BigDecimal> column : varying.subList(1, varying.size())) {
      leftToRight = leftToRight.thenComparing(column::get);
    }
    order.sort(leftToRight);
    List<Integer> once = withoutRepetitions(order, varying);
    List<List<BigDecimal>> counting =
        varying.stream().filter(column -> isDistinct(column, once)).toList();
    boolean agree =
        !counting.isEmpty() && counting.stream().allMatch(column -> isRising(column, once));
    return agree
        ? new FrameNumbers(counting.get(counting.size() - 1), Optional.empty())
        : new FrameNumbers(varying.get(varying.size() - 1), Optional.of(ambiguity(names, varying)));
  }

  private static String ambiguity(List<String> names, List<List<BigDecimal>> varying) {
    List<String> examples = names.stream().limit(3).toList();
    return "%d numbers vary in the names of its images (%s, ...), and they give different orders; expected one number that counts the frames, such as img001, img002: rename them, or put each camera's or part's images into a folder of its own"
        .formatted(varying.size(), String.join(", ", examples));
  }

  /** One list for each number in a name, left to right; each holds that number of every name. */
  private static List<List<BigDecimal>> columns(List<String> names) {
    List<List<String>> digits = names.stream().map(FrameNumbers::digits).toList();
    List<List<BigDecimal>> columns = new ArrayList<>();
    int runs = digits.get(0).size();
    for (int run = 0; run < runs; run++) {
      if (run + 1 < runs && isDecimal(names, digits, run)) {
        columns.add(values(digits, run, true));
        run++;
      } else {
        columns.add(values(digits, run, false));
      }
    }
    return columns;
  }

  private static List<String> digits(String name) {
    return DIGITS.matcher(name).results().map(run -> run.group()).toList();
  }

  private static List<BigDecimal> values(List<List<String>> digits, int run, boolean decimal) {
    return digits.stream()
        .map(d -> new BigDecimal(decimal ? d.get(run) + "." + d.get(run + 1) : d.get(run)))
        .toList();
  }

  /**
   * Returns whether two runs of digits are the whole and the decimals of one number: a point or
   * comma is all that stands between them in every name, and they don't count on their own as the
   * end of {@code clip1.9} and {@code clip1.10} does.
   */
  private static boolean isDecimal(List<String> names, List<List<String>> digits, int run) {
    for (String name : names) {
      Matcher matcher = DIGITS.matcher(name);
      for (int i = 0; i <= run; i++) {
        if (!matcher.find()) {
          return false;
        }
      }
      int end = matcher.end();
      boolean point = end < name.length() && (name.charAt(end) == '.' || name.charAt(end) == ',');
      if (!point || !matcher.find() || matcher.start() != end + 1) {
        return false;
      }
    }
    List<String> decimals = digits.stream().map(d -> d.get(run + 1)).toList();
    boolean oneWidth = decimals.stream().mapToInt(String::length).distinct().count() == 1;
    boolean shortened = decimals.stream().noneMatch(d -> d.length() > 1 && d.endsWith("0"));
    boolean counter =
        digits.stream().map(d -> d.get(run)).distinct().count() == 1 && isWithoutGaps(decimals);
    return oneWidth || (shortened && !counter);
  }

  /** Returns whether texts are the numbers from some first to some last one. */
  private static boolean isWithoutGaps(List<String> texts) {
    List<BigDecimal> sorted = texts.stream().map(BigDecimal::new).distinct().sorted().toList();
    BigDecimal range = sorted.get(sorted.size() - 1).subtract(sorted.get(0));
    return range.compareTo(BigDecimal.valueOf(sorted.size() - 1L)) == 0;
  }

  /** The positions in their order without those whose numbers are all those of the one before. */
  private static List<Integer> withoutRepetitions(
      List<Integer> order, List<List<BigDecimal>> columns) {
    List<Integer> once = new ArrayList<>();
    for (int position : order) {
      int before = once.isEmpty() ? -1 : once.get(once.size() - 1);
      if (before < 0 || columns.stream().anyMatch(c -> isOther(c.get(position), c.get(before)))) {
        once.add(position);
      }
    }
    return once;
  }

  private static boolean isDistinct(List<BigDecimal> column, List<Integer> positions) {
    HashSet<BigDecimal> seen = new HashSet<>();
    return positions.stream().allMatch(p -> seen.add(column.get(p).stripTrailingZeros()));
  }

  private static boolean isRising(List<BigDecimal> column, List<Integer> positions) {
    for (int i = 1; i < positions.size(); i++) {
      if (column.get(positions.get(i)).compareTo(column.get(positions.get(i - 1))) <= 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOther(BigDecimal a, BigDecimal b) {
    return a.compareTo(b) != 0;
  }
}
