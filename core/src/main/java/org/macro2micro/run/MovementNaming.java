package org.macro2micro.run;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.macro2micro.base.Progress;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.method.Recognizer;
import org.macro2micro.preprocess.FaceTrack;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.preprocess.PreparedClips;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.preprocess.VideoClips;
import org.macro2micro.spot.Footage;
import org.macro2micro.spot.SpottedClips;
import org.macro2micro.spot.Spotting;

/**
 * Names the movements that were found in a video, in one pass over it.
 *
 * @param model names the classes
 * @param settings how what was spotted is prepared for it
 */
public record MovementNaming(SavedModel model, PreprocessSettings settings) {
  /**
   * Names the movements.
   *
   * @param progress is told how many movements are named
   * @param problems a line is added for each movement that could not be named, and for each that
   *     was prepared in a way that a person should know of
   * @param unnamed what becomes of a movement without a name, such as "left out"; the lines end
   *     with it
   * @return the predictions by the place of the interval in the spotting; a movement that could not
   *     be named has none
   * @throws IOException if the video can't be read
   * @throws java.io.UncheckedIOException if the weights are not those of the model's method
   */
  public Map<Integer, Prediction> of(
      Footage footage, Spotting spotting, Progress progress, List<String> problems, String unnamed)
      throws IOException {
    List<Clip> clips =
        footage.isVideo()
            ? SpottedClips.of(footage.media(), spotting)
            : SpottedClips.of(footage.name(), footage.images(), spotting);
    Map<Integer, Prediction> named = new TreeMap<>();
    if (clips.isEmpty()) {
      return named;
    }
    Map<ClipId, Integer> places = new HashMap<>();
    clips.forEach(clip -> places.put(clip.id(), places.size()));
    Optional<FaceTrack> followed = Optional.of(spotting.watched().faces());
    try (Recognizer recognizer = model.open()) {
      VideoClips.Sink sink =
          new VideoClips.Sink() {
            @Override
            public void prepared(Clip clip, PreparedClip pixels) {
              PreparedClips.note(pixels, settings).ifPresent(problems::add);
              named.put(
                  places.get(clip.id()),
                  recognizer.predict(List.of(clip.id()), id -> pixels).get(0));
              progress.at(named.size(), clips.size());
            }

            @Override
            public void unusable(Clip clip, String problem) {
              problems.add(problem + " [" + unnamed + "]");
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
