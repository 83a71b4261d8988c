package org.macro2micro.exchange;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.macro2micro.clip.FaceEvent;
import org.macro2micro.dataset.DatasetException;

/**
 * Reads tables of events: those of BIDS, with tabs and the columns onset and duration, and those
 * with the columns onset_s and offset_s, which {@link EventCsv} writes. {@code macro2micro predict
 * --csv} writes such tables too; where there is no kind, it is a micro-expression.
 */
final class TableReader {
  private static final String EXPECTED_TIME = "a number of seconds";
  private static final double MICRO = 1e6;
  private static final String CURE = "Correct the row or take it out.";

  private final Source source;
  private final Reading reading;
  private final List<String> head;

  private TableReader(Source source, Reading reading, List<String> head) {
    this.source = source;
    this.reading = reading;
    this.head = head;
  }

  static void read(Source source, Reading reading) throws DatasetException {
    String first = source.text().lines().findFirst().orElse("");
    char separator = first.contains("\t") ? '\t' : first.contains(";") ? ';' : ',';
    List<TableText.Row> rows = TableText.read(source, separator);
    List<String> head =
        rows.isEmpty() ? List.of() : rows.get(0).cells().stream().map(String::strip).toList();
    TableReader table = new TableReader(source, reading, head);
    if (head.contains("onset") && head.contains("duration")) {
      String film = FilmName.ofFile(source.file(), "_events.tsv");
      reading.film(film);
      for (TableText.Row row : rows.subList(1, rows.size())) {
        table.bids(film, row);
      }
    } else if (head.contains("onset_s") && head.contains("offset_s")) {
      for (TableText.Row row : rows.subList(1, rows.size())) {
        table.event(row);
      }
      if (!head.contains("video")) {
        reading.film(FilmName.ofFile(source.file(), ".csv"));
      }
    } else {
      throw AnnotationFile.unknown(
          source,
          first.isBlank() ? "the file is empty" : "its first line is " + Source.shown(first));
    }
  }

  private void bids(String film, TableText.Row row) throws DatasetException {
    if (cell(row, "duration").isEmpty() || cell(row, "onset").isEmpty()) {
      reading.leaveOut("line %d: it has no onset or no duration".formatted(row.line()));
      return;
    }
    double onset = seconds(row, "onset");
    // A sum of decimals is off in the last digit.
    double offset = Math.round((onset + seconds(row, "duration")) * MICRO) / MICRO;
    add(film, row, "trial_type", onset, cell(row, "apex"), offset);
  }

  private void event(TableText.Row row) throws DatasetException {
    String video = raw(row, "video");
    String film = video.isEmpty() ? FilmName.ofFile(source.file(), ".csv") : FilmName.base(video);
    if (!video.isEmpty() && cell(row, "onset_s").isEmpty() && cell(row, "offset_s").isEmpty()) {
      reading.film(film);
      return;
    }
    double onset = seconds(row, "onset_s");
    add(film, row, "kind", onset, cell(row, "apex_s"), seconds(row, "offset_s"));
  }

  private void add(
      String film, TableText.Row row, String kindColumn, double onset, String apex, double offset)
      throws DatasetException {
    String word = raw(row, kindColumn);
    Optional<FaceEvent.Kind> kind =
        head.contains(kindColumn) ? MovementWord.read(word) : Optional.of(FaceEvent.Kind.MICRO);
    if (kind.isEmpty()) {
      reading.strange("column " + kindColumn, word);
      return;
    }
    String label = raw(row, "label");
    reading.add(
        film,
        "line " + row.line(),
        onset,
        DecimalText.read(apex),
        offset,
        kind.get(),
        label.equals(BidsEvents.MISSING) ? "" : label,
        DecimalText.read(cell(row, "score")));
  }

  private double seconds(TableText.Row row, String column) throws DatasetException {
    String text = cell(row, column);
    OptionalDouble number = DecimalText.read(text);
    if (number.isEmpty()) {
      throw source.wrong(
          "line %d, column %s: %s".formatted(row.line(), column, Source.shown(text)),
          EXPECTED_TIME,
          CURE);
    }
    return number.getAsDouble();
  }

  private String raw(TableText.Row row, String column) {
    return row.cell(head.indexOf(column));
  }

  /** Returns a cell without space around it, and "" for one that is missing. */
  private String cell(TableText.Row row, String column) {
    String text = raw(row, column).strip();
    return text.equals(BidsEvents.MISSING) ? "" : text;
  }
}
