package org.macro2micro.report.video;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.macro2micro.drawing.HeatMap;
import org.macro2micro.drawing.PngImage;
import org.macro2micro.preprocess.FaceTrack;
import org.macro2micro.report.ClassCount;
import org.macro2micro.report.NumberText;
import org.macro2micro.report.OriginLines;
import org.macro2micro.report.ScoreBar;
import org.macro2micro.report.SettingLines;
import org.macro2micro.spot.SpottedInterval;
import org.macro2micro.spot.Spotting;

/**
 * What the template of a predicted video prints: every number already a text.
 *
 * @param video whose page it is
 * @param summary one sentence or two
 * @param warnings what a person should know of the film and its faces, a sentence each
 * @param followed the face that was followed, marked in a whole frame
 * @param model a sentence each of what named the classes
 * @param facts of video and model
 * @param rows one an interval
 * @param counts how many intervals each class has
 * @param notes a paragraph each
 * @param problems a line each
 * @param settings dotted names and values
 * @param origin names and values of the provenance; empty if there is none
 * @param gradient the scale of the pictures of movement
 */
public record TimelineView(
    PredictedVideo video,
    String summary,
    List<String> warnings,
    Optional<PngImage> followed,
    List<String> model,
    List<Map.Entry<String, String>> facts,
    List<Row> rows,
    List<ClassCount> counts,
    List<String> notes,
    List<String> problems,
    List<Map.Entry<String, String>> settings,
    List<Map.Entry<String, String>> origin,
    String gradient) {

  /** A frame and when it is. */
  public record Moment(int frame, String seconds) {}

  /** One interval; its number counts from 1. */
  public record Row(
      int number,
      String label,
      int classNumber,
      Moment onset,
      Moment apex,
      Moment offset,
      String milliseconds,
      String strength,
      List<ScoreBar> scores,
      Optional<IntervalPictures> pictures) {
    /** The end of the scale of the picture of movement. */
    public String most() {
      return pictures
          .map(p -> String.format(Locale.ROOT, "%.2f %%", p.movement().most()))
          .orElse("");
    }

    /** The score of the class that was given. */
    public String score() {
      return scores.stream().filter(ScoreBar::chosen).map(ScoreBar::value).findFirst().orElse("–");
    }
  }

  static TimelineView of(TimelineContent content) {
    PredictedVideo video = content.video();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < video.intervals().size(); i++) {
      rows.add(row(video, i, Optional.ofNullable(content.pictures().get(i))));
    }
    return new TimelineView(
        video,
        summary(video),
        video.spotting().watched().notes(),
        content.followed(),
        content.model().entrySet().stream()
            .map(e -> e.getKey() + ": " + e.getValue() + ".")
            .toList(),
        facts(content),
        rows,
        ClassCount.of(
            video.isNamed() ? video.labels() : List.of(PredictedVideo.UNNAMED),
            rows.stream().map(Row::label).toList()),
        notes(content),
        content.problems(),
        SettingLines.of(content.settings()),
        content.provenance().map(OriginLines::of).orElse(List.of()),
        HeatMap.gradient());
  }

  /** The intervals that have pictures. */
  public List<Row> pictured() {
    return rows.stream().filter(row -> row.pictures().isPresent()).toList();
  }

  private static Row row(PredictedVideo video, int index, Optional<IntervalPictures> pictures) {
    LabelledInterval labelled = video.intervals().get(index);
    SpottedInterval interval = labelled.interval();
    return new Row(
        index + 1,
        video.word(labelled),
        video.colour(labelled),
        moment(video, interval.onset()),
        moment(video, interval.apex()),
        moment(video, interval.offset()),
        String.format(Locale.ROOT, "%.0f ms", 1000 * video.spotting().length(interval)),
        String.format(Locale.ROOT, "%.2f", interval.strength()),
        ScoreBar.of(video.labels(), labelled.scores(), labelled.label()),
        pictures);
  }

  private static Moment moment(PredictedVideo video, int frame) {
    return new Moment(frame, video.clock(frame));
  }

  private static String summary(PredictedVideo video) {
    Spotting spotting = video.spotting();
    String found =
        switch (video.intervals().size()) {
          case 0 -> "No movement was";
          case 1 -> "One movement was";
          default -> video.intervals().size() + " movements were";
        };
    String rate = spotting.times().isRegular() ? "%s a second" : "about %s a second, varying";
    double usual = spotting.frames() / Math.max(1e-9, spotting.times().length());
    String summary =
        "%s found in %s of video (%d frames, %s)."
            .formatted(
                found,
                NumberText.duration(spotting.times().length()),
                spotting.frames(),
                rate.formatted(NumberText.plain(Math.round(100 * usual) / 100.0)));
    FaceTrack faces = spotting.watched().faces();
    return faces.frames() == 0
        ? summary
        : summary + " A face was seen in %d of them.".formatted(faces.seen());
  }

  private static List<Map.Entry<String, String>> facts(TimelineContent content) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("File", content.video().file());
    facts.put(
        "Classes",
        content.video().isNamed()
            ? String.join(", ", content.video().labels())
            : "none; movements alone were looked for");
    facts.putAll(content.model());
    return List.copyOf(facts.entrySet());
  }

  private static List<String> notes(TimelineContent content) {
    List<String> notes = new ArrayList<>(content.notes());
    int all = content.video().intervals().size();
    int shown = content.pictures().size();
    if (shown < all && shown > 0) {
      String which = strongestAreShown(content) ? "the %d strongest of the %d" : "%d of the %d";
      notes.add(("Pictures are shown of " + which + " movements.").formatted(shown, all));
    }
    if (content.pictures().values().stream().anyMatch(p -> !p.faceFound())) {
      notes.add(
          "Pictures marked “whole frame” are of frames in which no face was looked for or found.");
    }
    return notes;
  }

  private static boolean strongestAreShown(TimelineContent content) {
    double weakestShown = Double.POSITIVE_INFINITY;
    double strongestHidden = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < content.video().intervals().size(); i++) {
      double strength = content.video().intervals().get(i).interval().strength();
      if (content.pictures().containsKey(i)) {
        weakestShown = Math.min(weakestShown, strength);
      } else {
        strongestHidden = Math.max(strongestHidden, strength);
      }
    }
    return weakestShown > strongestHidden;
  }
}
