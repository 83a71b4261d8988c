package org.macro2micro.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macro2micro.dataset.DatasetException;

/**
 * Reads TextGrids of Praat, long or short: both are the same row of texts in quotes and numbers
 * that stand alone, with words around them that do not count.
 */
final class TextGridReader {
  private TextGridReader() {}

  static void read(Source source, Reading reading) throws DatasetException {
    TextGridTokens tokens = new TextGridTokens(source);
    tokens.text("ooTextFile");
    String type = tokens.text("the kind of object");
    if (!type.equals("TextGrid")) {
      throw source.wrong(
          "this is a file of Praat with a " + Source.shown(type),
          "a TextGrid",
          "Save the TextGrid as a text file in Praat.");
    }
    tokens.number("xmin");
    tokens.number("xmax");
    long count = tokens.count("the number of tiers");
    Map<String, List<Span>> tiers = new LinkedHashMap<>();
    for (long i = 0; i < count; i++) {
      tier(source, tokens, tiers);
    }
    String film = FilmName.ofFile(source.file(), ".TextGrid");
    reading.film(film);
    Tiers.read(film, tiers, reading);
  }

  private static void tier(Source source, TextGridTokens tokens, Map<String, List<Span>> tiers)
      throws DatasetException {
    String type = tokens.text("the class of a tier");
    boolean intervals = type.equals("IntervalTier");
    if (!intervals && !type.equals("TextTier")) {
      throw source.wrong(
          "line %d: a tier of class %s".formatted(tokens.line(), Source.shown(type)),
          "IntervalTier or TextTier",
          "Save the TextGrid in Praat again.");
    }
    List<Span> spans =
        tiers.computeIfAbsent(tokens.text("the name of a tier"), name -> new ArrayList<>());
    tokens.number("xmin of a tier");
    tokens.number("xmax of a tier");
    long count = tokens.count("the number of annotations");
    for (long i = 0; i < count; i++) {
      double from = tokens.number("the time of an annotation");
      double to = intervals ? tokens.number("the end of an interval") : from;
      String text = tokens.text("the text of an annotation");
      if (!text.isBlank() || !intervals) {
        spans.add(new Span(from, to, text));
      }
    }
  }
}
