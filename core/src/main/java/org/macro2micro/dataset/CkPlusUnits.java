package org.macro2micro.dataset;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.UnitChoice;
import org.macro2micro.clip.UnitCode;
import org.macro2micro.clip.UnitCoding;
import org.macro2micro.dataset.Problem.Action;

/**
 * CK+'s {@code FACS} folder: one file for each sequence, such as {@code
 * S005/001/S005_001_00000011_facs.txt}, with a line for each action unit of the peak: its number
 * and its intensity, such as "1.7000000e+01 0.0000000e+00". Intensity 0 means that the unit is
 * there and its intensity was not graded.
 *
 * @param bySequence the files by sequence, such as "S005/001"; only sequences that have any
 */
record CkPlusUnits(SortedMap<String, List<Path>> bySequence) {
  private static final long MOST_BYTES = 10_000;
  private static final int MOST_UNIT = 99;
  private static final int MOST_INTENSITY = 5;
  private static final int NAMED_IN_NOTE = 3;

  /**
   * One or two digits before the point and in the exponent, so that no text stands for a huge
   * number.
   */
  private static final Pattern NUMBER =
      Pattern.compile("[0-9]{1,2}(?:\\.[0-9]*)?(?:e[+-]?0*[01])?");

  /** The files below a folder, or none if the folder is missing or can't be listed. */
  static CkPlusUnits of(Optional<Path> folder, List<Problem> problems) {
    String why = "there is no folder FACS with S005, S010, ... in it";
    if (folder.isPresent()) {
      try {
        return new CkPlusUnits(CkPlusLabels.bySequence(folder.get(), "_facs.txt"));
      } catch (IOException e) {
        why = "folder " + folder.get() + " can't be listed (" + e + ")";
      }
    }
    String unknown = why + ": the action units of all sequences are unknown";
    problems.add(new Problem(CkPlusReader.DATABASE, unknown, Action.NOTED));
    return new CkPlusUnits(new TreeMap<>());
  }

  /**
   * The action units of a clip; empty if it has no file or none that can be read.
   *
   * @param problems what can't be read is added here
   */
  Optional<UnitCoding> coding(ClipId id, List<Problem> problems) {
    List<Path> files = bySequence.getOrDefault(id.subject().id() + "/" + id.name(), List.of());
    Set<Optional<UnitCoding>> codings = new LinkedHashSet<>();
    for (Path file : files) {
      UnitText read = read(file);
      read.problem("file " + file)
          .ifPresent(p -> problems.add(new Problem(id.toString(), p, Action.NOTED)));
      codings.add(read.coding());
    }
    if (codings.size() > 1) {
      String disagree = "its files of action units disagree: " + files + ": its units are unknown";
      problems.add(new Problem(id.toString(), disagree, Action.NOTED));
      return Optional.empty();
    }
    return codings.stream().findFirst().flatMap(coding -> coding);
  }

  /** Notes once how many of these clips have no file, if the database has such files at all. */
  void noteMissing(Set<ClipId> clips, List<Problem> problems) {
    List<String> missing =
        clips.stream()
            .map(id -> id.subject().id() + "/" + id.name())
            .filter(name -> !bySequence.containsKey(name))
            .toList();
    if (bySequence.isEmpty() || missing.isEmpty()) {
      return;
    }
    int named = Math.min(NAMED_IN_NOTE, missing.size());
    problems.add(
        new Problem(
            CkPlusReader.DATABASE,
            "%d of %d labelled sequences have no file of action units, such as S005_001_00000011_facs.txt (%s%s): their units are unknown"
                .formatted(
                    missing.size(),
                    clips.size(),
                    String.join(", ", missing.subList(0, named)),
                    named < missing.size() ? ", ..." : ""),
            Action.NOTED));
  }

  /** A file without a line is not a coding without units: in CK+ every peak shows one. */
  private static UnitText read(Path file) {
    List<UnitChoice> units = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    try {
      if (Files.size(file) > MOST_BYTES) {
        return UnitText.of(units, List.of(Files.size(file) + " bytes"));
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      text.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .forEach(
              line ->
                  unit(line)
                      .ifPresentOrElse(
                          code -> units.add(new UnitChoice(List.of(code))),
                          () -> unread.add(UnitText.quoted(line))));
    } catch (IOException e) {
      return UnitText.of(units, List.of(UnitText.quoted(e.toString())));
    }
    return UnitText.of(units, units.isEmpty() && unread.isEmpty() ? List.of("") : unread);
  }

  private static Optional<UnitCode> unit(String line) {
    String[] numbers = line.toLowerCase(Locale.ROOT).split("\\s+", -1);
    OptionalInt unit = whole(numbers[0]);
    OptionalInt intensity = numbers.length == 2 ? whole(numbers[1]) : OptionalInt.empty();
    if (unit.isEmpty()
        || intensity.isEmpty()
        || unit.getAsInt() < 1
        || unit.getAsInt() > MOST_UNIT
        || intensity.getAsInt() > MOST_INTENSITY) {
      return Optional.empty();
    }
    OptionalInt graded = intensity.getAsInt() == 0 ? OptionalInt.empty() : intensity;
    return Optional.of(new UnitCode(unit.getAsInt(), Optional.empty(), graded, false));
  }

  private static OptionalInt whole(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return OptionalInt.empty();
    }
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    return number.scale() > 0 ? OptionalInt.empty() : OptionalInt.of(number.intValueExact());
  }
}
