package org.macro2micro.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.macro2micro.clip.FaceEvent;

/**
 * Reads what happens in long videos from a table with the columns {@code video}, {@code onset},
 * {@code apex}, {@code offset}, {@code kind} and {@code label}: the name of a file beside it,
 * frames from 0, a kind's {@link FaceEvent.Kind#word word}, and a name that may be empty. A row
 * with a video alone, {@code video,,,,,}, says that nothing happens in this video.
 */
public final class VideoTruth {
  private static final List<String> HEAD =
      List.of("video", "onset", "apex", "offset", "kind", "label");

  private VideoTruth() {}

  /** Returns whether a text begins with the head of such a table. */
  public static boolean knows(String text) {
    String first = text.lines().findFirst().orElse("");
    return Arrays.stream(first.split(",", -1)).map(String::strip).toList().equals(HEAD);
  }

  /**
   * Reads a table whose videos lie beside it.
   *
   * @param file comma-separated UTF-8 text
   * @return the events of each video, in the table's order; none for a video in which nothing
   *     happens
   * @throws DatasetException if it can't be read, has another head or no rows, a row is not an
   *     event, or a video is not beside it
   */
  public static SortedMap<Path, List<FaceEvent>> read(Path file) throws DatasetException {
    SortedMap<Path, List<FaceEvent>> events = new TreeMap<>();
    for (SheetTable.Row row : rows(file)) {
      Path video = file.resolveSibling(row.cell(0));
      if (!Files.isRegularFile(video)) {
        throw wrong(row, file, "video \"" + row.cell(0) + "\"", "a file beside the table");
      }
      add(events, video, row, file);
    }
    return Collections.unmodifiableSortedMap(events);
  }

  /**
   * Reads a table whose videos may lie anywhere.
   *
   * @return the events of each video by the video's name, as {@link #read} does
   * @throws DatasetException if it can't be read, has another head or no rows, or a row is not an
   *     event
   */
  public static SortedMap<String, List<FaceEvent>> byName(Path file) throws DatasetException {
    SortedMap<String, List<FaceEvent>> events = new TreeMap<>();
    for (SheetTable.Row row : rows(file)) {
      add(events, row.cell(0), row, file);
    }
    return Collections.unmodifiableSortedMap(events);
  }

  private static List<SheetTable.Row> rows(Path file) throws DatasetException {
    SheetTable table = SheetTable.ofCsv(file);
    if (table.rows().size() < 2 || !table.rows().get(0).cells().equals(HEAD)) {
      throw new DatasetException(
          "this is not a table of events",
          file,
          "a row of " + String.join(",", HEAD) + ", and one row for each event",
          "Write it so, or draw videos with: macro2micro lab video.");
    }
    return table.rows().subList(1, table.rows().size());
  }

  private static <K> void add(
      SortedMap<K, List<FaceEvent>> events, K video, SheetTable.Row row, Path file)
      throws DatasetException {
    List<FaceEvent> known = events.computeIfAbsent(video, v -> new ArrayList<>());
    boolean nothing =
        row.cells().stream().skip(1).allMatch(String::isEmpty) && !row.cell(0).isEmpty();
    if (!nothing) {
      known.add(event(row, file));
    }
  }

  private static FaceEvent event(SheetTable.Row row, Path file) throws DatasetException {
    FaceEvent.Kind kind =
        Arrays.stream(FaceEvent.Kind.values())
            .filter(known -> known.word().equals(row.cell(4).toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElse(null);
    if (kind == null) {
      String known =
          Arrays.stream(FaceEvent.Kind.values())
              .map(FaceEvent.Kind::word)
              .collect(Collectors.joining(", "));
      throw wrong(row, file, "kind \"" + row.cell(4) + "\"", "one of " + known);
    }
    try {
      return new FaceEvent(
          Integer.parseInt(row.cell(1)),
          Integer.parseInt(row.cell(2)),
          Integer.parseInt(row.cell(3)),
          kind,
          row.cell(5));
    } catch (IllegalArgumentException e) {
      DatasetException error =
          wrong(
              row,
              file,
              "frames %s, %s, %s".formatted(row.cell(1), row.cell(2), row.cell(3)),
              "whole numbers with 0 <= onset <= apex <= offset");
      error.initCause(e);
      throw error;
    }
  }

  private static DatasetException wrong(
      SheetTable.Row row, Path file, String found, String expected) {
    return new DatasetException(
        "row " + row.number() + ": " + found, file, expected, "Correct the row or take it out.");
  }
}
