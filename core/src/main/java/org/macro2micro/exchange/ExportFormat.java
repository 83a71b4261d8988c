package org.macro2micro.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A format of a tool for annotation. */
public enum ExportFormat {
  /** One project of BORIS for all films, {@code films.boris}. */
  BORIS("boris", BorisProject::of),
  /** One document of ELAN for each film, {@code FILM.eaf}. */
  EAF("eaf", ElanDocument::of),
  /** One TextGrid of Praat for each film, {@code FILM.TextGrid}. */
  TEXTGRID("textgrid", PraatTextGrid::of),
  /** Subtitles for each film, {@code FILM.vtt}. */
  VTT("vtt", WebVtt::of),
  /** A BIDS table of events for each film, {@code FILM_events.tsv}, and its description, .json. */
  BIDS("bids", BidsEvents::of),
  /**
   * Tasks of Label Studio for all films, {@code films.label-studio.json}, and the labelling
   * interface that shows them, {@code films.label-studio.xml}.
   */
  LABEL_STUDIO("label-studio", LabelStudioTasks::of),
  /** One table for all films, {@code films.csv}. */
  CSV("csv", EventCsv::of);

  private final String word;
  private final Function<List<AnnotatedFilm>, List<Piece>> writer;

  ExportFormat(String word, Function<List<AnnotatedFilm>, List<Piece>> writer) {
    this.word = word;
    this.writer = writer;
  }

  /** Returns the word for it on the command line, such as "label-studio". */
  public String word() {
    return word;
  }

  /** Returns the format of a word, or empty. */
  public static Optional<ExportFormat> of(String word) {
    return Arrays.stream(values()).filter(format -> format.word.equals(word)).findFirst();
  }

  List<Piece> pieces(List<AnnotatedFilm> films) {
    return writer.apply(films);
  }
}
