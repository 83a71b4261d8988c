package org.macro2micro.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The map of packages that stands between two marks of an architecture page. */
final class PackageMap {
  static final String BEGIN = "<!-- map of packages: begin -->";
  static final String END = "<!-- map of packages: end -->";

  private PackageMap() {}

  /** Draws the map in Mermaid: an arrow for each use that no other arrows imply, lowest first. */
  static List<String> draw(PackageUses code) {
    List<String> lines = new ArrayList<>(List.of("```mermaid", "flowchart TD"));
    for (String name : code.lowestFirst()) {
      List<String> used = List.copyOf(code.reduced(name));
      lines.add("  " + name + (used.isEmpty() ? "" : " --> " + String.join(" & ", used)));
    }
    lines.add("```");
    return lines;
  }

  /**
   * What stands between the marks now.
   *
   * @throws IllegalStateException if the marks are not there once each, in their order
   */
  static List<String> read(List<String> page) {
    return List.copyOf(page.subList(begin(page) + 1, end(page)));
  }

  /** Writes the map between the marks and leaves the rest of the page as it is. */
  static void write(Path file, List<String> map) throws IOException {
    List<String> page = Files.readAllLines(file);
    List<String> renewed = new ArrayList<>(page.subList(0, begin(page) + 1));
    renewed.addAll(map);
    renewed.addAll(page.subList(end(page), page.size()));
    Files.writeString(file, String.join("\n", renewed) + "\n");
  }

  private static int begin(List<String> page) {
    return only(page, BEGIN);
  }

  private static int end(List<String> page) {
    int end = only(page, END);
    if (end < begin(page)) {
      throw new IllegalStateException("found \"%s\" above \"%s\"".formatted(END, BEGIN));
    }
    return end;
  }

  private static int only(List<String> page, String mark) {
    int first = page.indexOf(mark);
    if (first < 0 || first != page.lastIndexOf(mark)) {
      throw new IllegalStateException(
          "found the line \"%s\" %s in the page, expected it once"
              .formatted(mark, first < 0 ? "nowhere" : "several times"));
    }
    return first;
  }
}
