package org.macro2micro.studio.layer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.macro2micro.clip.FaceEvent;
import org.macro2micro.dataset.DatasetException;
import org.macro2micro.exchange.AnnotatedFilm;
import org.macro2micro.exchange.FilmTruth;
import org.macro2micro.exchange.TimedEvent;
import org.macro2micro.exchange.TruthFile;
import org.macro2micro.preprocess.FaceTrack;
import org.macro2micro.spot.FrameTimes;
import org.macro2micro.spot.SpottedInterval;
import org.macro2micro.spot.Spotting;
import org.macro2micro.spot.SpottingScore;
import org.macro2micro.spot.Watched;
import org.macro2micro.studio.film.FilmResult;

/**
 * A film with a layer, to be exported and scored.
 *
 * @param name of the film
 * @param result its frames and their times
 * @param intervals the layer's
 */
public record LayerFilm(String name, FilmResult result, Intervals intervals) {
  /**
   * Returns the film for export.
   *
   * @throws IllegalArgumentException if intervals overlap, since not every format can hold that
   */
  public AnnotatedFilm annotated() {
    FrameTimes times = times();
    List<TimedEvent> events = new ArrayList<>();
    int free = 0;
    for (LayerInterval each : intervals.all()) {
      if (each.onset() < free) {
        throw new IllegalArgumentException(
            "interval %s begins at frame %d, where the interval before it has not ended; an export can't hold intervals that overlap: move one of the two"
                .formatted(each.id(), each.onset()));
      }
      free = each.offset();
      Integer apex = each.apex();
      events.add(
          new TimedEvent(
              times.at(each.onset()),
              apex == null ? OptionalDouble.empty() : OptionalDouble.of(times.at(apex)),
              times.at(each.offset()),
              each.event(),
              each.label() == null ? "" : each.label(),
              score(each)));
    }
    return new AnnotatedFilm(name, result.rate(), times.end(times.count() - 1), events);
  }

  /** Returns the recogniser's score of an interval that it found; annotators give no scores. */
  private OptionalDouble score(LayerInterval each) {
    return result.intervals().stream()
        .filter(
            found ->
                found.scores() != null
                    && found.onset() == each.onset()
                    && found.offset() == each.offset()
                    && found.scores().containsKey(String.valueOf(each.label())))
        .mapToDouble(found -> found.scores().get(String.valueOf(each.label())))
        .findFirst();
  }

  /**
   * Scores the layer's micro-expressions against what is known of the film.
   *
   * @param file the truth, in any format that is known by its content
   * @throws DatasetException if the format of the file is not known, or the file is damaged
   * @throws IllegalArgumentException if several films in it could be this one
   */
  public SpottingScore score(Path file) throws DatasetException {
    TruthFile read = TruthFile.read(file);
    FilmTruth truth =
        read.films().size() == 1
            ? read.films().values().iterator().next()
            : read.match(List.of(Path.of(name)))
                .films()
                .getOrDefault(Path.of(name), FilmTruth.NOTHING);
    Spotting spotting = spotting();
    return SpottingScore.of(truth.in(spotting).events(), spotting);
  }

  private Spotting spotting() {
    double[] none = new double[result.frames()];
    List<SpottedInterval> micro =
        intervals.all().stream()
            .filter(each -> each.event() == FaceEvent.Kind.MICRO)
            .map(each -> new SpottedInterval(each.onset(), each.middle(), each.offset(), 1))
            .toList();
    return new Spotting(times(), none, none, micro, new Watched(new FaceTrack(), List.of()));
  }

  private FrameTimes times() {
    double[] seconds = result.times().stream().mapToDouble(Double::doubleValue).toArray();
    return new FrameTimes(seconds, result.rate());
  }
}
