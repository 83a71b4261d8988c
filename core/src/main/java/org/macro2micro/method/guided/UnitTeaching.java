package org.macro2micro.method.guided;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.clip.ClipId;
import org.macro2micro.loss.ActionUnitLoss;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.TrainingClips;
import org.macro2micro.method.UnitTargets;
import org.macro2micro.method.deep.ClipArrays;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Batch;
import org.macro2micro.train.ClipView;
import org.macro2micro.train.Example;
import org.macro2micro.train.Phase;
import org.macro2micro.train.PhaseSettings;
import org.macro2micro.train.StepTerms;
import org.macro2micro.train.TrainListener;
import org.macro2micro.train.TrainLoop;

/** A {@link UnitTeacher} learns which action units macro clips show. */
final class UnitTeaching {
  private final LoadedNetwork<UnitTeacher> loaded;
  private final ClipView view;
  private final TrainingClips clips;
  private final UnitTargets targets;

  /**
   * @param loaded trained in place
   * @param view how it takes clips
   * @param macro clips, of which those that nobody coded are left out
   * @param units the numbers of the teacher's units
   */
  UnitTeaching(
      LoadedNetwork<UnitTeacher> loaded,
      ClipView view,
      LabelledExamples macro,
      List<Integer> units,
      Augmentation augmentation) {
    this.loaded = loaded;
    this.view = view;
    clips = new TrainingClips(coded(macro), augmentation);
    targets = new UnitTargets(units, macro.units());
  }

  private static LabelledExamples coded(LabelledExamples macro) {
    List<Example> coded =
        macro.examples().stream()
            .filter(example -> macro.units().containsKey(example.id()))
            .toList();
    return new LabelledExamples(
        coded, macro.labels(), macro.pixels(), macro.digest(), macro.units());
  }

  void run(PhaseSettings training, SeedPath seed, TrainListener listener) {
    try (ClipArrays arrays = new ClipArrays(loaded.manager(), view, clips)) {
      new TrainLoop(Phase.MACRO, training, loaded.network())
          .run(loaded.manager(), clips.size(), batch -> terms(batch, arrays), seed, listener);
    }
  }

  private StepTerms terms(Batch batch, ClipArrays arrays) {
    NDManager manager = batch.manager();
    NDArray scores =
        loaded
            .network()
            .forward(new ParameterStore(manager, false), arrays.of(batch), true)
            .singletonOrThrow();
    List<ClipId> ids =
        batch.positions().stream().map(at -> clips.examples().examples().get(at).id()).toList();
    Shape each = new Shape(ids.size(), targets.units().size());
    NDArray loss =
        ActionUnitLoss.of(
            scores,
            manager.create(targets.shown(ids), each),
            manager.create(targets.known(ids), each));
    SortedMap<String, NDArray> only = new TreeMap<>();
    only.put("au", loss);
    return new StepTerms(only, only, loss);
  }
}
