package org.macro2micro.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A format of a tool for annotation. */
public enum ExportFormat {
  /** One project of BORIS for all films, {@code films.boris}. */
  BORIS("boris"),
  /** One document of ELAN for each film, {@code FILM.eaf}. */
  EAF("eaf"),
  /** One TextGrid of Praat for each film, {@code FILM.TextGrid}. */
  TEXTGRID("textgrid"),
  /** Subtitles for each film, {@code FILM.vtt}. */
  VTT("vtt"),
  /** A BIDS table of events for each film, {@code FILM_events.tsv}, and its description, .json. */
  BIDS("bids"),
  /**
   * Tasks of Label Studio for all films, {@code films.label-studio.json}, and the labelling
   * interface that shows them, {@code films.label-studio.xml}.
   */
  LABEL_STUDIO("label-studio"),
  /** One table for all films, {@code films.csv}. */
  CSV("csv");

  private final String word;

  ExportFormat(String word) {
    this.word = word;
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
    return switch (this) {
      case BORIS -> BorisProject.of(films);
      case EAF -> ElanDocument.of(films);
      case TEXTGRID -> PraatTextGrid.of(films);
      case VTT -> WebVtt.of(films);
      case BIDS -> BidsEvents.of(films);
      case LABEL_STUDIO -> LabelStudioTasks.of(films);
      case CSV -> EventCsv.of(films);
    };
  }
}
