package org.macro2micro.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.clip.Subject;
import org.macro2micro.experiment.Fold;
import org.macro2micro.experiment.ModelSelection;
import org.macro2micro.method.EpochJudge;
import org.macro2micro.method.Recognizer;
import org.macro2micro.metric.ConfusionMatrix;
import org.macro2micro.metric.ScoredClip;
import org.macro2micro.metric.UnweightedF1;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Batches;

/**
 * Scores each epoch by the UF1 of some clips that it does not train on.
 *
 * @param selection why these clips
 * @param micro knows their classes and pixels
 * @param clips at least one
 */
record SelectionJudge(ModelSelection selection, ClipSource micro, List<ClipId> clips)
    implements EpochJudge {
  SelectionJudge {
    clips = List.copyOf(clips);
  }

  /**
   * What a fold trains on, and what judges its epochs.
   *
   * @param training clips of subjects that are not held out
   * @param judge null for the last epoch
   */
  record Split(List<ClipId> training, @Nullable EpochJudge judge) {}

  /**
   * For {@code INNER_VALIDATION} some of the training subjects judge and are not trained on. For
   * {@code TEST_SELECTED} the held-out subject itself judges: that leaks.
   *
   * @param share of the training subjects that judge; at least one does, and at least one is
   *     trained on
   */
  static Split split(
      ModelSelection selection, Fold fold, ClipSource micro, double share, SeedPath seed) {
    return switch (selection) {
      case LAST_EPOCH -> new Split(fold.training(), null);
      case TEST_SELECTED ->
          new Split(fold.training(), new SelectionJudge(selection, micro, fold.test()));
      case INNER_VALIDATION -> {
        Set<Subject> judges = judges(fold, share, seed);
        List<ClipId> training = new ArrayList<>();
        List<ClipId> judging = new ArrayList<>();
        for (ClipId id : fold.training()) {
          (judges.contains(id.subject()) ? judging : training).add(id);
        }
        yield new Split(training, new SelectionJudge(selection, micro, judging));
      }
    };
  }

  private static Set<Subject> judges(Fold fold, double share, SeedPath seed) {
    Set<Subject> subjects = new TreeSet<>();
    fold.training().forEach(id -> subjects.add(id.subject()));
    List<Subject> ordered = List.copyOf(subjects);
    if (ordered.size() < 2) {
      throw new IllegalArgumentException(
          "fold %s: %d training subjects, selection=inner-validation needs at least 2"
              .formatted(fold.heldOut(), ordered.size()));
    }
    long wanted = Math.round(share * ordered.size());
    int count = (int) Math.max(1, Math.min(ordered.size() - 1, wanted));
    int[] order =
        Batches.permutation(
            ordered.size(), seed.child("validation").child(fold.heldOut().toString()).random());
    Set<Subject> judges = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      judges.add(ordered.get(order[i]));
    }
    return judges;
  }

  @Override
  public String key() {
    StringBuilder key = new StringBuilder(selection.name());
    for (ClipId id : clips) {
      key.append('|').append(id).append('=').append(micro.truth().get(id));
    }
    return key.toString();
  }

  @Override
  public double score(Recognizer candidate) {
    List<ScoredClip> scored = new ArrayList<>();
    for (Prediction prediction : candidate.predict(clips, micro.pixels()::get)) {
      String truth = micro.truth().get(prediction.id());
      if (truth == null) {
        throw new IllegalStateException("clip " + prediction.id() + " judges but has no class");
      }
      scored.add(new ScoredClip(prediction.id(), truth, prediction.label()));
    }
    return UnweightedF1.of(ConfusionMatrix.of(micro.scheme().labels(), scored));
  }
}
