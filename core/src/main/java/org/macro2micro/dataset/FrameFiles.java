package org.macro2micro.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The frames in one folder, ordered by the last number in their names: img9 comes before img10.
 *
 * @param folder the folder
 * @param files the images
 * @param numbers the number in each name, rising
 * @param oddities images that were passed over, in words: without a number, or with one twice
 */
record FrameFiles(Path folder, List<Path> files, List<Integer> numbers, List<String> oddities) {
  /** At most nine digits are read, so that every number is an int. */
  private static final Pattern LAST_NUMBER = Pattern.compile("(?<!\\d)0*(\\d{1,9})\\D*$");

  FrameFiles {
    files = List.copyOf(files);
    numbers = List.copyOf(numbers);
    oddities = List.copyOf(oddities);
  }

  static FrameFiles of(Path folder) throws IOException {
    TreeMap<Integer, Path> byNumber = new TreeMap<>();
    List<String> oddities = new ArrayList<>();
    for (Path file : Listing.of(folder).files()) {
      if (!ImageFile.hasImageName(file)) {
        continue;
      }
      Matcher number = LAST_NUMBER.matcher(ImageFile.stem(file));
      if (!number.find()) {
        oddities.add("image " + file + " has no frame number in its name and is skipped");
        continue;
      }
      Path first = byNumber.putIfAbsent(Integer.valueOf(number.group(1)), file);
      if (first != null) {
        oddities.add(
            "images %s and %s have the same frame number: the first is used"
                .formatted(first, file.getFileName()));
      }
    }
    return new FrameFiles(
        folder, List.copyOf(byNumber.values()), List.copyOf(byNumber.keySet()), oddities);
  }

  /** Returns the number of frames. */
  int count() {
    return files.size();
  }

  /** The position of the first frame whose number is at least this; {@link #count()} if none is. */
  int atOrAfter(int number) {
    int position = 0;
    while (position < count() && numbers.get(position) < number) {
      position++;
    }
    return position;
  }

  /** The position of the last frame whose number is at most this; -1 if none is. */
  int atOrBefore(int number) {
    int position = count() - 1;
    while (position >= 0 && numbers.get(position) > number) {
      position--;
    }
    return position;
  }

  /**
   * Returns why the frames from {@code onset} to {@code offset} can't be used, if they can't: one
   * of them is empty, or the header of the folder's first or last frame, the onset, apex or offset
   * is unsound. A full database has tens of thousands of frames; the rest is seen when the clip is
   * prepared.
   */
  Optional<String> problem(int onset, int apex, int offset) throws IOException {
    for (Path file : files.subList(onset, offset + 1)) {
      if (Files.size(file) == 0) {
        return Optional.of("image " + file + " is empty (0 bytes)");
      }
    }
    SortedSet<Integer> keys = new TreeSet<>(List.of(onset, apex, offset));
    keys.add(0);
    keys.add(count() - 1);
    return keys.stream().flatMap(p -> ImageFile.problem(files.get(p)).stream()).findFirst();
  }

  /** Returns the oddities as notes about a clip. */
  List<Problem> notes(Object clip) {
    return oddities.stream()
        .map(oddity -> new Problem(clip.toString(), oddity, Problem.Action.NOTED))
        .toList();
  }

  /** The first and last frame number, for messages: "46 to 86". */
  String range() {
    return numbers.get(0) + " to " + numbers.get(count() - 1);
  }
}
