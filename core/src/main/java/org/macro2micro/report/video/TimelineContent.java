package org.macro2micro.report.video;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macro2micro.drawing.PngImage;
import org.macro2micro.experiment.Provenance;

/**
 * All that the page of a predicted video shows.
 *
 * @param video what was found
 * @param followed the face that was followed, marked in a whole frame; if there is one
 * @param pictures by the place of the interval in the video's list, from 0; those without are
 *     listed without, and the page says so
 * @param model names and values of what named the classes, in the order to show; may be empty
 * @param notes what a reader must know, a paragraph each
 * @param problems a line each
 * @param settings nested names and values
 * @param provenance of the prediction, if recorded
 */
public record TimelineContent(
    PredictedVideo video,
    Optional<PngImage> followed,
    Map<Integer, IntervalPictures> pictures,
    Map<String, String> model,
    List<String> notes,
    List<String> problems,
    Map<String, ?> settings,
    Optional<Provenance> provenance) {
  public TimelineContent {
    pictures = Map.copyOf(pictures);
    model = Collections.unmodifiableMap(new LinkedHashMap<>(model));
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    for (int index : pictures.keySet()) {
      if (index < 0 || index >= video.intervals().size()) {
        throw new IllegalArgumentException(
            "pictures of interval %d of video %s, which has %d; expected places from 0"
                .formatted(index, video.file(), video.intervals().size()));
      }
    }
  }
}
