package org.macro2micro.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.method.Recognizer;
import org.macro2micro.preprocess.FaceTrack;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.preprocess.PreparedClips;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.preprocess.VideoClips;
import org.macro2micro.report.video.LabelledInterval;
import org.macro2micro.spot.Footage;
import org.macro2micro.spot.SpottedClips;
import org.macro2micro.spot.Spotting;

/**
 * Names the movements that were found in a video, in one pass over it.
 *
 * @param model names the classes
 * @param settings how what was spotted is prepared for it
 */
record MovementNaming(SavedModel model, PreprocessSettings settings) {
  /**
   * Names them.
   *
   * @param problems a line is added for each movement that could not be named
   * @return those that were named, in their order
   * @throws IOException if the video can't be read
   */
  List<LabelledInterval> of(
      Footage footage, Spotting spotting, RunListener listener, List<String> problems)
      throws IOException {
    List<Clip> clips =
        footage.isVideo()
            ? SpottedClips.of(footage.media(), spotting)
            : SpottedClips.of(footage.name(), footage.images(), spotting);
    Map<ClipId, Prediction> named = predictions(footage, spotting, clips, listener, problems);
    List<LabelledInterval> intervals = new ArrayList<>();
    for (int i = 0; i < clips.size(); i++) {
      Prediction prediction = named.get(clips.get(i).id());
      if (prediction != null) {
        intervals.add(
            new LabelledInterval(
                spotting.intervals().get(i), prediction.label(), prediction.probabilities()));
      }
    }
    return intervals;
  }

  private Map<ClipId, Prediction> predictions(
      Footage footage,
      Spotting spotting,
      List<Clip> clips,
      RunListener listener,
      List<String> problems)
      throws IOException {
    Map<ClipId, Prediction> named = new TreeMap<>();
    if (clips.isEmpty()) {
      return named;
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
    return named;
  }
}
