package org.macro2micro.studio.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.macro2micro.base.Progress;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.drawing.HeatMap;
import org.macro2micro.method.OcclusionMap;
import org.macro2micro.method.Recognizer;
import org.macro2micro.preprocess.ClipOcclusion;
import org.macro2micro.preprocess.PreparationException;
import org.macro2micro.preprocess.VideoClips;
import org.macro2micro.run.SavedModel;
import org.macro2micro.spot.SpottedClips;
import org.macro2micro.spot.Spotting;
import org.macro2micro.studio.film.FilmResult;

/**
 * Shows what the decisions about a film's movements rest on, in pictures such as {@code
 * 1-heat.png}. A picture costs many predictions, so only the {@value #MOST} strongest movements get
 * one.
 *
 * @param byInterval what each picture shows, by the place of the interval
 * @param problems says in a sentence each why a movement with a name has no picture
 */
record DecisionMaps(Map<Integer, FilmResult.Heat> byInterval, List<String> problems) {
  /** The largest number of movements that get a picture. */
  static final int MOST = 12;

  private static final int SIZE = 128;

  /** The last colour stands for a fall of the score by no less. */
  private static final double LEAST_SCALE = .05;

  DecisionMaps {
    byInterval = Map.copyOf(byInterval);
    problems = List.copyOf(problems);
  }

  /**
   * Makes and writes the pictures; nothing is done where nothing was named.
   *
   * @param isTimeUp asked again and again; what is done by then stays
   * @throws RefusedFilm if the model can't be read any more
   * @throws IOException if the film can't be read any more, or a picture not be written
   */
  static DecisionMaps write(
      FilmTask task,
      Spotting spotting,
      NamedMovements named,
      BooleanSupplier isTimeUp,
      Telling telling)
      throws IOException, RefusedFilm {
    if (task.model() == null || named.byInterval().isEmpty()) {
      return new DecisionMaps(Map.of(), List.of());
    }
    List<Integer> chosen = strongest(spotting, named);
    List<Clip> all = SpottedClips.of(task.film(), spotting);
    Map<ClipId, Integer> places = new HashMap<>();
    chosen.forEach(place -> places.put(all.get(place).id(), place));
    Map<Integer, FilmResult.Heat> made = new HashMap<>();
    List<String> problems = new ArrayList<>();
    Progress progress = telling.phase("finding what decisions rest on");
    SavedModel model = NamedMovements.model(task.model());
    try (Recognizer recognizer = model.open()) {
      VideoClips.occlude(
          task.film(),
          chosen.stream().map(all::get).toList(),
          NamedMovements.preparation(model),
          Optional.of(spotting.watched().faces()),
          isTimeUp,
          new VideoClips.OcclusionSink() {
            @Override
            public void occludable(Clip clip, ClipOcclusion occlusion) throws PreparationException {
              int place =
                  Objects.requireNonNull(places.get(clip.id()), "each chosen clip has a place");
              Optional<OcclusionMap> map =
                  OcclusionMap.of(recognizer, occlusion, OcclusionMap.Grid.DEFAULT, isTimeUp);
              if (map.isPresent()) {
                draw(map.get(), occlusion, task.out().resolve(place + 1 + "-heat.png"));
                made.put(place, heat(map.get()));
              }
              progress.at(made.size(), chosen.size());
            }

            @Override
            public void unusable(Clip clip, String problem) {
              problems.add(problem + " [no picture of what the decision rests on]");
            }
          });
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
    if (made.size() < named.byInterval().size()) {
      problems.add(
          "What the decision rests on is shown for %d of %d named movements; the others are weaker, or would have taken too long."
              .formatted(made.size(), named.byInterval().size()));
    }
    return new DecisionMaps(made, problems);
  }

  private static List<Integer> strongest(Spotting spotting, NamedMovements named) {
    return named.byInterval().keySet().stream()
        .sorted(
            Comparator.comparingDouble((Integer i) -> spotting.intervals().get(i).strength())
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .sorted()
        .toList();
  }

  private static void draw(OcclusionMap map, ClipOcclusion occlusion, Path file) {
    HeatMap drawn = HeatMap.over(SIZE, occlusion.apexFace(SIZE), map.pixels(SIZE), LEAST_SCALE);
    try {
      Pictures.write(drawn.picture(), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FilmResult.Heat heat(OcclusionMap map) {
    return new FilmResult.Heat(
        share(map.strongest().middleX()),
        share(map.strongest().middleY()),
        share(map.score()),
        share(map.without()));
  }

  /** Probabilities that are rounded may lie a digit beyond their range. */
  private static double share(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
