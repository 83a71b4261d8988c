package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macro2micro.annotate.AnnotatedVideo;
import org.macro2micro.annotate.FollowedFacePicture;
import org.macro2micro.annotate.MovementPictures;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Frames;
import org.macro2micro.clip.Video;
import org.macro2micro.drawing.PngImage;
import org.macro2micro.preprocess.PreparationException;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.report.video.IntervalPictures;
import org.macro2micro.report.video.LabelledInterval;
import org.macro2micro.report.video.PredictedVideo;
import org.macro2micro.report.video.TimelineContent;
import org.macro2micro.report.video.TimelinePage;
import org.macro2micro.spot.Footage;
import org.macro2micro.spot.SpotSettings;
import org.macro2micro.spot.SpottedInterval;
import org.macro2micro.spot.Spotting;

/**
 * Shows people what was found in a video: its page, and the video with it drawn on. What can't be
 * written becomes a problem, since what was found is worth having without it.
 *
 * @param faces how faces are found and placed on the pictures
 * @param spots how movements were found
 * @param model what named them; empty where nothing is named
 * @param listener is told of the progress
 */
record VideoPages(
    PreprocessSettings faces,
    SpotSettings spots,
    Optional<SavedModel> model,
    RunListener listener) {

  /** Draws what was found on the frames; null if it can't be written. */
  @Nullable Path drawn(Footage footage, Path target, PredictedVideo video, List<String> problems) {
    listener.begin("draw " + footage.name(), video.spotting().frames());
    try {
      AnnotatedVideo.write(footage.media(), video, target, (done, all) -> listener.done(done));
      return target;
    } catch (IOException e) {
      problems.add("no annotated video: " + e.getMessage());
      return null;
    }
  }

  /**
   * Writes the page; null if it can't be written.
   *
   * @param notes what a reader must know
   */
  @Nullable Path written(
      Footage footage, Path page, PredictedVideo video, List<String> notes, List<String> problems) {
    Spotting spotting = video.spotting();
    Frames frames =
        footage.isVideo()
            ? Frames.of(
                new Video(
                    footage.media(),
                    Math.max(1, spotting.frames()),
                    Video.Part.WHOLE,
                    Video.Turn.NONE))
            : new Frames(Frames.Content.FACE, footage.images());
    ClipId id = ClipId.of("spotted", "-", video.file());
    Map<Integer, IntervalPictures> pictures = Map.of();
    Optional<PngImage> followed = Optional.empty();
    List<SpottedInterval> found =
        video.intervals().stream().map(LabelledInterval::interval).toList();
    listener.begin("take pictures of what was spotted", found.size());
    try {
      followed = FollowedFacePicture.of(id, frames, spotting);
      if (!found.isEmpty()) {
        pictures =
            MovementPictures.of(id, frames, found, faces, Optional.of(spotting.watched().faces()));
      }
    } catch (PreparationException e) {
      problems.add("no pictures: " + e.getMessage());
    }
    TimelineContent content =
        new TimelineContent(
            video,
            followed,
            pictures,
            model.map(SavedModel::description).orElse(Map.of()),
            notes,
            problems,
            model.map(named -> named.record().settings()).orElse(settings()),
            Optional.empty());
    try {
      TimelinePage.write(page, content);
      return page;
    } catch (IOException e) {
      problems.add("no page: " + e.getMessage());
      return null;
    }
  }

  private Map<String, Object> settings() {
    Map<String, Object> spot = new LinkedHashMap<>();
    spot.put("lag", spots.lag());
    spot.put("threshold", spots.threshold());
    spot.put("least", spots.least());
    spot.put("edge", spots.edge());
    spot.put("slow", spots.slow());
    spot.put("eyes", spots.eyes());
    spot.put("shortest", spots.shortest());
    spot.put("longest", spots.longest());
    Map<String, Object> face = new LinkedHashMap<>();
    face.put("align", faces.align().name().toLowerCase(Locale.ROOT));
    face.put("detector", faces.detector() == null ? "cascades" : faces.detector().toString());
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("spot", spot);
    all.put("faces", face);
    return all;
  }
}
