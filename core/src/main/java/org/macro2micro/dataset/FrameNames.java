package org.macro2micro.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The images of a folder whose names have the same form: as many numbers in each.
 *
 * @param files the images of the most frequent form
 * @param texts their names without extension; a number that has decimals in other names has them in
 *     all: "t_1" beside "t_0.5" is "t_1.0"
 * @param others the images of other forms
 */
record FrameNames(List<Path> files, List<String> texts, List<Path> others) {
  private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+([.,]\\p{Nd}+)?");

  /** Sorts images with numbers in their names by form. */
  static FrameNames of(List<Path> numbered) {
    List<String> stems = numbered.stream().map(ImageFile::stem).toList();
    List<String> texts =
        stems.stream().map(FrameNumbers::count).distinct().count() == 1
            ? stems
            : withDecimals(stems);
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    texts.forEach(text -> counts.merge(FrameNumbers.count(text), 1, Integer::sum));
    int form = 0;
    int most = 0;
    for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > most) {
        form = entry.getKey();
        most = entry.getValue();
      }
    }
    List<Path> files = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    List<Path> others = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      if (FrameNumbers.count(texts.get(i)) == form) {
        files.add(numbered.get(i));
        kept.add(texts.get(i));
      } else {
        others.add(numbered.get(i));
      }
    }
    return new FrameNames(List.copyOf(files), List.copyOf(kept), List.copyOf(others));
  }

  /** Adds ".0" to whole numbers that stand where other names have decimals. */
  private static List<String> withDecimals(List<String> stems) {
    List<Integer> counts =
        stems.stream().map(s -> (int) NUMBER.matcher(s).results().count()).distinct().toList();
    if (counts.size() > 1) {
      return stems;
    }
    List<String> texts = stems;
    for (int number = 0; number < counts.get(0); number++) {
      int at = number;
      if (texts.stream().anyMatch(text -> end(text, at, 1) >= 0)) {
        texts =
            texts.stream()
                .map(
                    text -> {
                      int end = end(text, at, 0);
                      return end(text, at, 1) >= 0
                          ? text
                          : text.substring(0, end) + ".0" + text.substring(end);
                    })
                .toList();
      }
    }
    return texts;
  }

  /** Where a number, or the decimals of it, ends; -1 if it has none. */
  private static int end(String text, int number, int group) {
    Matcher matcher = NUMBER.matcher(text);
    for (int i = 0; i <= number; i++) {
      if (!matcher.find()) {
        return -1;
      }
    }
    return matcher.end(group);
  }
}
