package org.macro2micro.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.macro2micro.clip.Emotion;

/**
 * CK+'s {@code Emotion} folder: at most one file for each sequence, such as {@code
 * S005/001/S005_001_00000011_emotion.txt}, that holds one number such as "3.0000000e+00".
 *
 * @param bySequence the label files by sequence, such as "S005/001"; only sequences that have any
 */
record CkPlusLabels(SortedMap<String, List<Path>> bySequence) {
  private static final int MOST_BYTES = 1_000;
  private static final Pattern NUMBER = Pattern.compile("([0-7])(?:\\.0*)?(?:e[+-]?0+)?");

  /** The authors' numbers from 1; 0 is neutral. */
  private static final List<Emotion> EMOTIONS =
      List.of(
          Emotion.ANGER,
          Emotion.CONTEMPT,
          Emotion.DISGUST,
          Emotion.FEAR,
          Emotion.HAPPINESS,
          Emotion.SADNESS,
          Emotion.SURPRISE);

  static CkPlusLabels of(Path folder) throws IOException {
    return new CkPlusLabels(bySequence(folder, "_emotion.txt"));
  }

  /** The files of each sequence in one of CK+'s folders of annotations. */
  static SortedMap<String, List<Path>> bySequence(Path folder, String ending) throws IOException {
    SortedMap<String, List<Path>> bySequence = new TreeMap<>();
    for (Path subject : Listing.of(folder).folders()) {
      for (Path sequence : Listing.of(subject).folders()) {
        List<Path> files =
            Listing.of(sequence).files().stream()
                .filter(f -> Listing.nameOf(f).toLowerCase(Locale.ROOT).endsWith(ending))
                .toList();
        if (!files.isEmpty()) {
          bySequence.put(sequenceName(sequence), files);
        }
      }
    }
    return bySequence;
  }

  /** The name of a sequence's folder with its subject's: "S005/001". */
  static String sequenceName(Path sequence) {
    Path subject = sequence.toAbsolutePath().normalize().getParent();
    String person = subject == null ? "" : Listing.nameOf(subject);
    return person.strip().toUpperCase(Locale.ROOT) + "/" + Listing.nameOf(sequence).strip();
  }

  /**
   * The sequence's emotion, empty if it has no label file.
   *
   * @throws UnusableClipException if the label is neutral, unknown, or several files disagree
   */
  Optional<Emotion> emotion(String sequence) throws IOException, UnusableClipException {
    List<Path> files = bySequence.getOrDefault(sequence, List.of());
    Set<Integer> codes = new HashSet<>();
    for (Path file : files) {
      codes.add(code(file));
    }
    if (codes.size() > 1) {
      throw new UnusableClipException("its label files disagree: " + new ArrayList<>(files));
    }
    if (codes.contains(0)) {
      throw new UnusableClipException(
          "label file " + files.get(0) + " says 0, neutral: the sequence shows no expression");
    }
    return codes.stream().findFirst().map(code -> EMOTIONS.get(code - 1));
  }

  private static int code(Path file) throws IOException, UnusableClipException {
    String text = "";
    if (Files.size(file) <= MOST_BYTES) {
      text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
    }
    Matcher number = NUMBER.matcher(text.toLowerCase(Locale.ROOT));
    if (!number.matches()) {
      throw new UnusableClipException(
          "label file " + file + " is unknown: expected one number from 0 to 7");
    }
    return Integer.parseInt(number.group(1));
  }
}
