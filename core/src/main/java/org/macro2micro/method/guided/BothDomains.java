package org.macro2micro.method.guided;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.macro2micro.clip.ClipId;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.MacroGuide;
import org.macro2micro.method.TrainingData;
import org.macro2micro.train.Batch;
import org.macro2micro.train.Example;

/**
 * Micro clips and macro clips as one set to learn from, with the classes of the micro task. Macro
 * clips whose class has no counterpart there are left out.
 *
 * @param examples the micro clips, then the macro clips
 * @param micro how many are micro clips
 */
record BothDomains(LabelledExamples examples, int micro) {
  /** The micro clips, and the macro clips if there are any. */
  static BothDomains of(TrainingData data) {
    LabelledExamples micro = data.micro();
    if (data.guide().isEmpty()) {
      return new BothDomains(micro, micro.examples().size());
    }
    MacroGuide guide = data.guide().get();
    LabelledExamples macro = guide.examples();
    List<Example> all = new ArrayList<>(micro.examples());
    for (Example example : macro.examples()) {
      int label = guide.counterparts().get(example.label());
      if (label >= 0) {
        all.add(new Example(example.id(), label));
      }
    }
    Set<ClipId> own = new HashSet<>();
    micro.examples().forEach(example -> own.add(example.id()));
    return new BothDomains(
        new LabelledExamples(
            all,
            micro.labels(),
            id -> own.contains(id) ? micro.pixels().of(id) : macro.pixels().of(id),
            micro.digest() + macro.digest()),
        micro.examples().size());
  }

  /** Whether there are macro clips among them. */
  boolean hasMacro() {
    return examples.examples().size() > micro;
  }

  /** The domains of a step's clips, float [n]: 1 for macro, 0 for micro. */
  NDArray domains(Batch batch) {
    float[] domains = new float[batch.size()];
    for (int i = 0; i < domains.length; i++) {
      domains[i] = batch.positions().get(i) < micro ? 0 : 1;
    }
    return batch.manager().create(domains);
  }
}
