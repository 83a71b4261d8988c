package org.macro2micro.dataset;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The frames in one folder, ordered by the number in their names that varies ({@link
 * FrameNumbers}): img9 comes before img10.
 *
 * @param folder the folder
 * @param files the images
 * @param numbers what counts the frames in each name, rising
 * @param oddities images that were passed over, in words: without a number, or with one twice
 */
record FrameFiles(Path folder, List<Path> files, List<BigDecimal> numbers, List<String> oddities) {
  /** This many images that repeat a number are named, the rest counted. */
  private static final int NAMED = 3;

  FrameFiles {
    files = List.copyOf(files);
    numbers = List.copyOf(numbers);
    oddities = List.copyOf(oddities);
  }

  /** Returns whether a folder has images with a number in their names, in whatever order. */
  static boolean isIn(Path folder) throws IOException {
    return Listing.of(folder).files().stream()
        .anyMatch(
            file -> ImageFile.hasImageName(file) && FrameNumbers.count(ImageFile.stem(file)) > 0);
  }

  /**
   * Finds the frames.
   *
   * @return with no frames if the folder has no image with a number in its name
   * @throws UnusableClipException if the images' names don't tell their order, or only that of a
   *     part of them
   */
  static FrameFiles of(Path folder) throws IOException, UnusableClipException {
    List<String> oddities = new ArrayList<>();
    List<Path> images = new ArrayList<>();
    List<Path> numbered = new ArrayList<>();
    for (Path file : Listing.of(folder).files()) {
      if (ImageFile.hasImageName(file)) {
        images.add(file);
        if (FrameNumbers.count(ImageFile.stem(file)) > 0) {
          numbered.add(file);
        } else {
          oddities.add("image " + file + " has no frame number in its name and is skipped");
        }
      }
    }
    if (numbered.isEmpty()) {
      return new FrameFiles(folder, List.of(), List.of(), oddities);
    }
    FrameNames names = FrameNames.of(numbered);
    names
        .others()
        .forEach(
            file ->
                oddities.add(
                    "image %s is skipped: its name has other numbers in it than those of the rest, such as %s"
                        .formatted(file, names.files().get(0).getFileName())));
    int skipped = images.size() - names.files().size();
    if (3 * skipped > images.size()) {
      throw new UnusableClipException(
          "folder %s: the names of %d of %d images do not fit those of the rest, such as %s; expected one form with a number that counts the frames, such as img001.jpg: rename them, or take out what is not a frame"
              .formatted(folder, skipped, images.size(), names.files().get(0).getFileName()));
    }
    FrameNumbers order = FrameNumbers.of(names.texts());
    if (order.problem().isPresent()) {
      throw new UnusableClipException("folder " + folder + ": " + order.problem().get());
    }
    return ordered(folder, names.files(), order.values(), oddities);
  }

  private static FrameFiles ordered(
      Path folder, List<Path> files, List<BigDecimal> values, List<String> oddities)
      throws UnusableClipException {
    TreeMap<BigDecimal, Path> byNumber = new TreeMap<>();
    List<String> repeated = new ArrayList<>();
    int otherPictures = 0;
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      Path first = byNumber.putIfAbsent(values.get(i), file);
      if (first != null) {
        repeated.add(
            "images %s and %s have the same frame number: the first is used"
                .formatted(first, file.getFileName()));
        // The same picture in two formats has one name but for its extension.
        otherPictures += ImageFile.stem(first).equalsIgnoreCase(ImageFile.stem(file)) ? 0 : 1;
      }
    }
    if (4 * otherPictures > byNumber.size() + otherPictures) {
      throw new UnusableClipException(
          "folder %s: %d images repeat the frame number of another one, as in: %s; expected each number once: put each camera's or part's images into a folder of its own"
              .formatted(folder, otherPictures, repeated.get(0).replaceAll(":.*", "")));
    }
    oddities.addAll(repeated.subList(0, Math.min(NAMED, repeated.size())));
    if (repeated.size() > NAMED) {
      oddities.add(
          "%d more images in %s repeat a frame number: the first of each is used"
              .formatted(repeated.size() - NAMED, folder));
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
    while (position < count() && numbers.get(position).compareTo(BigDecimal.valueOf(number)) < 0) {
      position++;
    }
    return position;
  }

  /** The position of the last frame whose number is at most this; -1 if none is. */
  int atOrBefore(int number) {
    int position = count() - 1;
    while (position >= 0 && numbers.get(position).compareTo(BigDecimal.valueOf(number)) > 0) {
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
    return numbers.get(0).toPlainString() + " to " + numbers.get(count() - 1).toPlainString();
  }
}
