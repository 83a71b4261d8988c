package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.macro2micro.annotate.AnnotatedVideo;
import org.macro2micro.annotate.FollowedFacePicture;
import org.macro2micro.annotate.MovementPictures;
import org.macro2micro.base.Progress;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Frames;
import org.macro2micro.clip.Prediction;
import org.macro2micro.clip.Video;
import org.macro2micro.drawing.PngImage;
import org.macro2micro.method.Recognizer;
import org.macro2micro.preprocess.FaceTrack;
import org.macro2micro.preprocess.PreparationException;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.preprocess.PreparedClips;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.preprocess.VideoClips;
import org.macro2micro.report.video.IntervalPictures;
import org.macro2micro.report.video.LabelledInterval;
import org.macro2micro.report.video.PredictedVideo;
import org.macro2micro.report.video.TimelineContent;
import org.macro2micro.report.video.TimelinePage;
import org.macro2micro.spot.Footage;
import org.macro2micro.spot.SpotSettings;
import org.macro2micro.spot.SpottedClips;
import org.macro2micro.spot.SpottedInterval;
import org.macro2micro.spot.Spotter;
import org.macro2micro.spot.Spotting;

/**
 * Finds micro-expressions in a long video and names them: one pass to spot, one to prepare what was
 * spotted, one for pictures, and if wanted one to draw on the frames. What is held does not grow
 * with the video's length but for the motion curve.
 */
public final class VideoPrediction {
  private final SavedModel model;
  private final PreprocessSettings settings;
  private final RunListener listener;
  private final BooleanSupplier isCancelled;

  /**
   * @param model names the classes
   * @param settings how what was spotted is prepared for it
   * @param listener is told of the progress
   * @param isCancelled asked before each frame while spotting; what was found up to then is named,
   *     and the page written
   */
  public VideoPrediction(
      SavedModel model,
      PreprocessSettings settings,
      RunListener listener,
      BooleanSupplier isCancelled) {
    this.model = model;
    this.settings = settings;
    this.listener = listener;
    this.isCancelled = isCancelled;
  }

  /**
   * What was found in a video.
   *
   * @param video what was found and what it was called
   * @param problems intervals that could not be named, and what could not be written, a line each
   * @param complete whether the whole video was looked at
   * @param framesPerSecond frames looked at in a second of spotting
   * @param page shows all of it; null if it could not be written
   * @param annotated the video with what was found drawn on it; null if not wanted or not complete
   */
  public record Outcome(
      PredictedVideo video,
      List<String> problems,
      boolean complete,
      double framesPerSecond,
      @Nullable Path page,
      @Nullable Path annotated) {}

  /**
   * Finds, names, and writes the page. What was found is returned even if the page can't be
   * written.
   *
   * @param footage a video, or a folder of frames
   * @param out folder of the page
   * @param annotate whether the annotated video is wanted; a folder of frames has none
   * @throws IOException if the video can't be read
   */
  public Outcome of(Footage footage, Path out, boolean annotate) throws IOException {
    String name = footage.name();
    long start = System.nanoTime();
    Spotting spotting = spot(footage);
    double speed = spotting.frames() / Math.max(1e-9, (System.nanoTime() - start) / 1e9);
    boolean complete = !isCancelled.getAsBoolean();
    List<String> problems = new ArrayList<>();
    Map<ClipId, Prediction> named = new TreeMap<>();
    List<Clip> clips =
        footage.isVideo()
            ? SpottedClips.of(footage.media(), spotting)
            : SpottedClips.of(name, footage.images(), spotting);
    name(footage, spotting, clips, named, problems);
    List<LabelledInterval> intervals = new ArrayList<>();
    for (int i = 0; i < clips.size(); i++) {
      Prediction prediction = named.get(clips.get(i).id());
      if (prediction != null) {
        intervals.add(
            new LabelledInterval(
                spotting.intervals().get(i), prediction.label(), prediction.probabilities()));
      }
    }
    PredictedVideo video = new PredictedVideo(name, spotting, model.record().labels(), intervals);
    Path page = written(footage, out.resolve(name + ".html"), video, problems, complete);
    Path drawn = null;
    if (annotate && complete && footage.isVideo()) {
      drawn = drawn(footage, out.resolve(name + "-annotated.avi"), video, problems);
    }
    return new Outcome(video, problems, complete, speed, page, drawn);
  }

  private Spotting spot(Footage footage) throws IOException {
    SpotSettings spots = SpotSettings.DEFAULT.withDetector(settings.detector());
    boolean[] begun = {false};
    Progress heard =
        (done, all) -> {
          if (!begun[0]) {
            begun[0] = true;
            listener.begin("frames of " + footage.name(), all);
          }
          listener.done(done);
        };
    return new Spotter(spots).spot(footage, heard, isCancelled);
  }

  private void name(
      Footage footage,
      Spotting spotting,
      List<Clip> clips,
      Map<ClipId, Prediction> named,
      List<String> problems)
      throws IOException {
    if (clips.isEmpty()) {
      return;
    }
    listener.begin("name what was spotted", clips.size());
    Optional<FaceTrack> followed = Optional.of(spotting.watched().faces());
    try (Recognizer recognizer = model.open()) {
      VideoClips.Sink sink =
          new VideoClips.Sink() {
            @Override
            public void prepared(Clip clip, PreparedClip pixels) {
              PreparedClips.note(pixels, settings).ifPresent(problems::add);
              named.put(clip.id(), recognizer.predict(List.of(clip.id()), id -> pixels).get(0));
              listener.done(named.size());
            }

            @Override
            public void unusable(Clip clip, String problem) {
              problems.add(problem + " [left out]");
            }
          };
      if (footage.isVideo()) {
        VideoClips.prepare(footage.media(), clips, settings, followed, sink);
      } else {
        PreparedClips.each(clips, settings, followed, sink);
      }
    }
  }

  private @Nullable Path drawn(
      Footage footage, Path target, PredictedVideo video, List<String> problems) {
    listener.begin("draw " + footage.name(), video.spotting().frames());
    try {
      AnnotatedVideo.write(footage.media(), video, target, (done, all) -> listener.done(done));
      return target;
    } catch (IOException e) {
      problems.add("no annotated video: " + e.getMessage());
      return null;
    }
  }

  private @Nullable Path written(
      Footage footage, Path page, PredictedVideo video, List<String> problems, boolean complete) {
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
            MovementPictures.of(
                id, frames, found, settings, Optional.of(spotting.watched().faces()));
      }
    } catch (PreparationException e) {
      problems.add("no pictures: " + e.getMessage());
    }
    TimelineContent content =
        new TimelineContent(
            video,
            followed,
            pictures,
            model.description(),
            notes(complete),
            problems,
            model.record().settings(),
            Optional.empty());
    try {
      TimelinePage.write(page, content);
      return page;
    } catch (IOException e) {
      problems.add("no page: " + e.getMessage());
      return null;
    }
  }

  private static List<String> notes(boolean complete) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Spotting finds brief movements of the face outside the eyes; speech, chewing and short macro-expressions are such movements too (docs/results/spotting.md has how often). A class is the model's best guess for a movement, whatever it was.");
    if (!complete) {
      notes.add(
          "The spotting was stopped: what comes after the last frame shown was not looked at.");
    }
    return notes;
  }
}
