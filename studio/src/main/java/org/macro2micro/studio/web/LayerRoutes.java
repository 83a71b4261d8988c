package org.macro2micro.studio.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macro2micro.studio.film.FilmResult;
import org.macro2micro.studio.layer.Intervals;
import org.macro2micro.studio.layer.Layer;
import org.macro2micro.studio.layer.LayerInterval;
import org.macro2micro.studio.store.Job;
import org.macro2micro.studio.store.LayerStore;

/** The paths of annotators' layers, which are read, written, undone and redone. */
final class LayerRoutes {
  private static final String LAYER = "/api/v1/jobs/{id}/layers/{annotator}";
  private static final int MOST_BYTES = 2_000_000;
  private static final Pattern ANNOTATOR =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,39}");

  private final JobRoutes jobs;
  private final LayerStore layers;
  private final Room room;

  LayerRoutes(JobRoutes jobs, LayerStore layers, Room room) {
    this.jobs = jobs;
    this.layers = layers;
    this.room = room;
  }

  private record Listed(List<Layer> layers) {}

  private record History(List<Layer.Revision> revisions) {}

  /** What an annotator sends; revision is the one that was read before. */
  private record Written(int revision, @Nullable List<LayerInterval> intervals) {}

  void addTo(Routes routes) {
    routes.get(
        "/api/v1/jobs/{id}/layers",
        context -> Answers.json(context, 200, new Listed(layers.all(jobs.job(context).id()))));
    routes.put(LAYER, this::write);
    routes.delete(LAYER, this::delete);
    routes.get(LAYER + "/history", this::history);
    routes.post(
        LAYER + "/undo",
        context ->
            moved(context, layers.undo(jobs.job(context).id(), annotator(context)), "undone"));
    routes.post(
        LAYER + "/redo",
        context ->
            moved(context, layers.redo(jobs.job(context).id(), annotator(context)), "redone"));
  }

  private void write(Context context) throws IOException {
    Job job = jobs.done(context);
    String annotator = annotator(context);
    Written written = Answers.read(context, MOST_BYTES, Written.class);
    if (written.intervals() == null || written.intervals().contains(null)) {
      throw ProblemException.unusable(
          "The list of intervals is missing or holds null; expected the revision and a list of intervals.");
    }
    Intervals intervals = new Intervals(written.intervals());
    try {
      intervals.require(jobs.read(job).frames());
    } catch (IllegalArgumentException e) {
      throw ProblemException.unusable(sentence(e));
    }
    room.require();
    LayerStore.Change change = layers.write(job.id(), annotator, written.revision(), intervals);
    switch (change.outcome()) {
      case TOO_MANY_LAYERS ->
          throw ProblemException.unusable(
              "The film has %d layers, which is the most that is taken; delete one."
                  .formatted(LayerStore.MOST_LAYERS));
      case OTHER_REVISION ->
          throw ProblemException.conflict(
              "other-revision",
              "The layer was changed meanwhile",
              "It is not at revision %d; read it, and change it again."
                  .formatted(written.revision()),
              change.layer().orElse(new Layer(annotator, 0, "", List.of())));
      default -> Answers.json(context, 200, bounded(change).layer().orElseThrow());
    }
  }

  private static void moved(Context context, LayerStore.Change change, String what) {
    Layer layer = change.layer().orElseThrow(() -> ProblemException.notFound("layer"));
    if (change.outcome() == LayerStore.Outcome.NOTHING_THERE) {
      throw ProblemException.conflict(
          "nothing-there",
          "Nothing can be " + what,
          "The layer has no change that could be " + what + ".",
          layer);
    }
    Answers.json(context, 200, bounded(change).layer().orElseThrow());
  }

  private static LayerStore.Change bounded(LayerStore.Change change) {
    if (change.outcome() == LayerStore.Outcome.TOO_MANY_REVISIONS) {
      throw ProblemException.unusable(
          "The layer was changed %d times, which is the most that is kept; go on with a new layer."
              .formatted(LayerStore.MOST_REVISIONS));
    }
    return change;
  }

  private void history(Context context) {
    List<Layer.Revision> revisions = layers.history(jobs.job(context).id(), annotator(context));
    if (revisions.isEmpty()) {
      throw ProblemException.notFound("layer");
    }
    Answers.json(context, 200, new History(revisions));
  }

  private void delete(Context context) {
    if (!layers.delete(jobs.job(context).id(), annotator(context))) {
      throw ProblemException.notFound("layer");
    }
    context.status(204);
  }

  /** Returns the intervals of an annotator's layer, or those that the service found in the film. */
  Intervals intervals(Job job, FilmResult result, @Nullable String name) {
    if (name == null || name.isEmpty() || name.equals(Intervals.FOUND)) {
      return Intervals.of(result);
    }
    return new Intervals(
        layers
            .find(job.id(), name)
            .orElseThrow(() -> ProblemException.notFound("layer"))
            .intervals());
  }

  private static String annotator(Context context) {
    String name = context.pathParam("annotator");
    if (!ANNOTATOR.matcher(name).matches() || name.equals(Intervals.FOUND)) {
      throw ProblemException.unusable(
          "An annotator's name has up to 40 letters, digits, blanks, dots, _ and -, begins with a letter or a digit, and is not \"found\".");
    }
    return name;
  }

  static String sentence(IllegalArgumentException failure) {
    return failure.getMessage() + ".";
  }
}
