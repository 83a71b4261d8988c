package org.macro2micro.report.video;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;

/** Predictions as CSV (RFC 4180): a line a clip or interval, a column a class. */
public final class PredictionCsv {
  private PredictionCsv() {}

  /**
   * Clips: path, label, scores.
   *
   * @param labels the classes in the order of the probabilities
   * @param paths of the clips
   */
  public static String of(
      List<String> labels, List<Prediction> predictions, Map<ClipId, Path> paths) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(with(List.of("path", "label"), labels));
    for (Prediction prediction : predictions) {
      String path = String.valueOf(paths.get(prediction.id()));
      lines.add(with(List.of(path, prediction.label()), prediction.probabilities()));
    }
    return text(lines);
  }

  /**
   * Intervals of videos: frames from 0, seconds, strength, label, scores; without the last two
   * where nothing was named.
   *
   * @param labels the classes in the order of the scores; may be empty
   */
  public static String of(List<String> labels, List<PredictedVideo> videos) {
    List<List<String>> lines = new ArrayList<>();
    List<String> head =
        List.of("video", "onset", "apex", "offset", "onset_s", "apex_s", "offset_s", "strength");
    lines.add(labels.isEmpty() ? head : with(with(head, List.of("label")), labels));
    for (PredictedVideo video : videos) {
      for (LabelledInterval found : video.intervals()) {
        var at = found.interval();
        List<String> where =
            List.of(
                video.file(),
                String.valueOf(at.onset()),
                String.valueOf(at.apex()),
                String.valueOf(at.offset()),
                String.valueOf(video.spotting().seconds(at.onset())),
                String.valueOf(video.spotting().seconds(at.apex())),
                String.valueOf(video.spotting().seconds(at.offset())),
                String.valueOf(at.strength()));
        lines.add(
            labels.isEmpty() ? where : with(with(where, List.of(found.label())), found.scores()));
      }
    }
    return text(lines);
  }

  private static List<String> with(List<String> first, List<?> more) {
    List<String> all = new ArrayList<>(first);
    more.forEach(value -> all.add(String.valueOf(value)));
    return all;
  }

  private static String text(List<List<String>> lines) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      lines.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException("report: writing to memory", e);
    }
    return text.toString();
  }
}
