package org.macro2micro.run;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.macro2micro.base.Sha256;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.UnitPrediction;
import org.macro2micro.experiment.HoldOut;
import org.macro2micro.experiment.UnitFold;
import org.macro2micro.experiment.UnitFoldResult;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.MethodBlock;
import org.macro2micro.method.UnitMethod;
import org.macro2micro.method.UnitRecognizer;
import org.macro2micro.method.WorkStore;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.TrainListener;

/**
 * A method that tells action units, with the clips as it wants them.
 *
 * @param name the method's
 * @param block its settings
 * @param method made of them
 * @param clips prepared as the block says
 * @param device where its network computes
 */
record UnitRow(
    String name, MethodBlock block, UnitMethod method, ClipSource clips, ComputeDevice device) {
  /** The same on some of the clips. */
  UnitRow only(Set<ClipId> usable) {
    return new UnitRow(name, block, method, clips.only(usable), device);
  }

  /**
   * Trains on a fold's training clips and tells the units of its test clips.
   *
   * @param units to be told
   * @param seed of the run
   */
  UnitFoldResult fit(
      UnitFold fold, HoldOut holdOut, List<Integer> units, long seed, TrainListener listener) {
    SeedPath root = SeedPath.root(seed);
    SeedPath foldSeed = root.child(holdOut.word()).child(fold.heldOut());
    FitContext context = new FitContext(root, foldSeed, WorkStore.none(), listener, null, device);
    long start = System.nanoTime();
    List<UnitPrediction> predictions;
    try (UnitRecognizer recognizer = method.fit(clips.examples(fold.training()), units, context)) {
      predictions = recognizer.predict(fold.test(), clips.pixels()::get);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new UnitFoldResult(fold.heldOut(), name, predictions, seconds);
  }

  /** All that a fold's result depends on; what was coded of its test clips is not among it. */
  String key(UnitFold fold, HoldOut holdOut, List<Integer> units, long seed) {
    Map<ClipId, String> learnt = new TreeMap<>();
    for (ClipId id : fold.training()) {
      learnt.put(id, clips.truth().get(id) + " " + clips.units().get(id));
    }
    return Sha256.hex(
        String.join(
            "|",
            Product.version(),
            String.valueOf(seed),
            block.key(Set.of()),
            clips.pixels().digest(),
            clips.scheme().labels().toString(),
            holdOut.word(),
            fold.heldOut(),
            units.toString(),
            fold.test().toString(),
            learnt.toString(),
            // A card rounds otherwise than a processor.
            device == ComputeDevice.GPU ? "gpu" : ""));
  }
}
