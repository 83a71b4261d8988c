package org.macro2micro.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macro2micro.clip.FaceEvent;
import org.macro2micro.dataset.DatasetException;

/**
 * Reads WebVTT: cues with or without a name, hours and settings. A cue's first line is a kind, or a
 * kind, a colon and what is shown; a second line may give apex and score.
 */
final class VttReader {
  private static final String CLOCK = "(?:(\\d{1,6}):)?([0-5]?\\d):([0-5]?\\d)[.,](\\d{3})";
  private static final Pattern TIMES =
      Pattern.compile("^\\s*" + CLOCK + "\\s*-->\\s*" + CLOCK + "(?:\\s.*)?$");
  private static final Pattern MORE =
      Pattern.compile("^(?:apex (\\d{1,10}\\.\\d{1,6}) s)?(?:, )?(?:score (-?[0-9.]{1,20}))?$");
  private static final Pattern TAG = Pattern.compile("<[^>]*>?");
  private static final Pattern ENTITY =
      Pattern.compile("&(amp|lt|gt|nbsp|lrm|rlm|quot|#\\d{1,7}|#[xX][0-9a-fA-F]{1,6});");
  private static final String ARROW = "-->";
  private static final int GROUPS = 4;

  private VttReader() {}

  static void read(Source source, Reading reading) throws DatasetException {
    String text = source.text().stripLeading().replace("\r\n", "\n").replace('\r', '\n');
    List<String> blocks = blocks(text);
    String film =
        blocks.stream()
            .filter(block -> block.startsWith("NOTE " + WebVtt.FILM))
            .map(block -> block.substring(("NOTE " + WebVtt.FILM).length()))
            .map(name -> plain(name.lines().findFirst().orElse("")))
            .filter(name -> !name.isBlank())
            .findFirst()
            .orElse(FilmName.ofFile(source.file(), ".vtt"));
    reading.film(film);
    for (String block : blocks.subList(1, blocks.size())) {
      boolean cue = !block.matches("(?s)(NOTE|STYLE|REGION)([ \t\n].*)?");
      if (cue) {
        cue(source, reading, film, block.lines().toList());
      }
    }
  }

  /** Returns what stands between empty lines; the first is the file's head. */
  private static List<String> blocks(String text) {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (!line.isBlank()) {
        block.append(block.isEmpty() ? "" : "\n").append(line);
      } else if (!block.isEmpty()) {
        blocks.add(block.toString());
        block.setLength(0);
      }
    }
    if (!block.isEmpty()) {
      blocks.add(block.toString());
    }
    return blocks;
  }

  private static void cue(Source source, Reading reading, String film, List<String> lines)
      throws DatasetException {
    int times = lines.get(0).contains(ARROW) ? 0 : 1;
    Matcher matcher = TIMES.matcher(times < lines.size() ? lines.get(times) : "");
    if (!matcher.matches()) {
      throw source.wrong(
          "the cue " + Source.shown(String.join(" ", lines)),
          "a line such as 00:01.500 --> 00:01.900 before its text",
          "Correct the cue or take it out.");
    }
    double onset = seconds(matcher, 1);
    double offset = seconds(matcher, 1 + GROUPS);
    String where = "cue at " + lines.get(times).strip();
    List<String> texts = new ArrayList<>(lines.subList(times + 1, lines.size()));
    OptionalDouble apex = OptionalDouble.empty();
    OptionalDouble score = OptionalDouble.empty();
    Matcher more = MORE.matcher(texts.size() < 2 ? "" : texts.get(texts.size() - 1).strip());
    if (texts.size() >= 2 && more.matches()) {
      texts.remove(texts.size() - 1);
      apex = number(more.group(1));
      score = number(more.group(2));
    }
    String said = String.join("\n", texts);
    int colon = said.indexOf(':');
    Optional<FaceEvent.Kind> kind =
        MovementWord.read(plain(colon < 0 ? said : said.substring(0, colon)));
    if (kind.isEmpty()) {
      reading.strange("cues", plain(said));
      return;
    }
    String label = colon < 0 ? "" : said.substring(colon + 1);
    String bare = label.startsWith(" ") ? label.substring(1) : label;
    reading.add(film, Source.shown(where), onset, apex, offset, kind.get(), plain(bare), score);
  }

  private static OptionalDouble number(@Nullable String text) {
    return text == null ? OptionalDouble.empty() : DecimalText.read(text);
  }

  private static double seconds(Matcher times, int group) {
    String hours = times.group(group);
    long minutes =
        60 * (hours == null ? 0 : Long.parseLong(hours)) + Long.parseLong(times.group(group + 1));
    long whole = 60 * minutes + Long.parseLong(times.group(group + 2));
    return (1000 * whole + Long.parseLong(times.group(group + 3))) / MillisecondSpan.PER_SECOND;
  }

  /** Returns the text without tags, its references replaced by what they stand for. */
  private static String plain(String text) {
    return ENTITY
        .matcher(TAG.matcher(text).replaceAll(""))
        .replaceAll(found -> Matcher.quoteReplacement(character(found.group(1))));
  }

  private static String character(String name) {
    return switch (name) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "nbsp" -> "\u00a0";
      case "lrm" -> "\u200e";
      case "rlm" -> "\u200f";
      default -> {
        boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        int point =
            hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        yield Character.isValidCodePoint(point) ? Character.toString(point) : "\uFFFD";
      }
    };
  }
}
