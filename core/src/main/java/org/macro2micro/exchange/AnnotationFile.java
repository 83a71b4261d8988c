package org.macro2micro.exchange;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.dataset.DatasetException;

/**
 * What people or programs have written down about films, in any format of {@link ExportFormat}, as
 * {@link Export} writes it or as the tools save it. The format is known by what is in the file.
 *
 * <p>Events that are not of a known kind, such as a behaviour "looks away", are left out and named.
 *
 * @param file where it was read
 * @param films the events of each film by time; a film that the file is about may have none. The
 *     name is that of the film's file without folders; in a TextGrid, in a BIDS table and in
 *     subtitles of others, which do not name the film, it is the annotation file's without its
 *     ending
 * @param leftOut what was not read, and why
 */
public record AnnotationFile(
    Path file, SortedMap<String, List<TimedEvent>> films, List<String> leftOut) {
  private static final int HEAD = 1000;

  public AnnotationFile {
    SortedMap<String, List<TimedEvent>> copy = new TreeMap<>();
    films.forEach((film, events) -> copy.put(film, List.copyOf(events)));
    films = Collections.unmodifiableSortedMap(copy);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Reads a file.
   *
   * @throws DatasetException if it can't be read, is not in one of the formats, or is damaged
   */
  public static AnnotationFile read(Path file) throws DatasetException {
    Source source = Source.of(file);
    Reading reading = new Reading(source);
    String start = source.text().stripLeading();
    String head = start.substring(0, Math.min(HEAD, start.length()));
    if (head.startsWith("{") || head.startsWith("[")) {
      JsonReading.read(source, reading);
    } else if (head.startsWith("<")) {
      ElanReader.read(source, reading);
    } else if (head.startsWith("WEBVTT")) {
      VttReader.read(source, reading);
    } else if (head.lines().limit(2).anyMatch(line -> line.contains("ooTextFile"))) {
      TextGridReader.read(source, reading);
    } else {
      TableReader.read(source, reading);
    }
    return reading.done();
  }

  /** Returns the error for a file whose content is of no format that is known. */
  static DatasetException unknown(Source source, String found) {
    return source.wrong(
        found,
        "a BORIS project, an ELAN document, a TextGrid, WebVTT subtitles, a BIDS table of events,"
            + " Label Studio's JSON or a table with the columns "
            + String.join(",", EventCsv.HEAD),
        "Export it from the tool in one of these formats.");
  }
}
