package org.macro2micro.run;

import java.util.ArrayList;
import java.util.List;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.config.SettingsException;

/** The smallest experiment with every part: three people held out in turn, all three phases. */
final class TinyExperiment {
  private static final String YAML =
      """
      title: tiny
      micro:
        lab: {subjects: 3, clips: 4, frames: 5, size: 32}
      macro:
        lab: {subjects: 4, clips: 4, frames: 4, size: 32}
        held-out-share: 0
      preprocess: {size: 32, frames: 4, input: onset-difference}
      methods:
        macro-to-micro:
          network: {width: 4, sampling-intervals: 2, discriminator-channels: 4}
          phases:
            macro: {epochs: 1, batch: 8}
            micro: {epochs: 2, batch: 4}
            transfer: {epochs: 1, batch: 4}
      """;

  private TinyExperiment() {}

  static ExperimentFile of(List<String> assignments) throws SettingsException {
    return ExperimentFile.parse("tiny.yaml", YAML, assignments);
  }

  /** The same with macro people kept aside, so that MaNet's own accuracy is measured. */
  static ExperimentFile withMacroCheck(List<String> assignments) throws SettingsException {
    List<String> all =
        new ArrayList<>(
            List.of("macro.lab.subjects=5", "macro.lab.clips=5", "macro.held-out-share=0.4"));
    all.addAll(assignments);
    return of(all);
  }
}
