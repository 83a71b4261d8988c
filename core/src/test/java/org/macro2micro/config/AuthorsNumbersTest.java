package org.macro2micro.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the compared systems are run with unless a user says otherwise: their authors' numbers, or
 * those that stand in for unknown ones, as read from their code and papers and not from
 * defaults.yaml.
 */
class AuthorsNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "dssn.preprocess.size, 227",
    "dssn.training.epochs, 100",
    "dssn.training.batch, 60",
    "dssn.training.learning-rate, 1e-4",
    "dssn.side, 227",
    "au-gacn.preprocess.size, 112",
    "au-gacn.preprocess.frames, 16",
    "au-gacn.training.epochs, 30",
    "au-gacn.training.learning-rate, .1",
    "au-gacn.training.backbone-rate, .01",
    "au-gacn.training.momentum, .9",
    "au-gacn.training.weight-decay, 1e-4",
    "au-gacn.training.falls-at, 5",
    "au-gacn.training.clip, 10",
    "au-gacn.au-weight, .4",
    "au-gacn.pool, .5",
    "graph-tcn.preprocess.size, 128",
    "graph-tcn.training.epochs, 15",
    "graph-tcn.training.batch, 32",
    "graph-tcn.training.learning-rate, 1e-4",
    "graph-tcn.test-factor, 2",
    "graph-tcn.dropout, .05",
    "graph-tcn.hidden, 512",
    "emr.preprocess.size, 224",
    "emr.preprocess.magnification, 10",
    "emr.training.epochs, 100",
    "emr.training.batch, 32",
    "emr.training.learning-rate, 1e-3",
    "emr.training.weight-decay, 1e-6",
    "emr.macro-until, .5",
    "emr.macro-magnification, 1",
    "emr.side, 224",
    "emr.width, 64",
    "emr.domain-weight, 1",
    "emr.ramp, 10000",
    "emr.gradient-limit, 1",
    "micronet.preprocess.size, 224",
    "micronet.phases.macro.learning-rate, 1e-4",
    "micronet.phases.micro.learning-rate, 1e-4",
    "micronet.phases.transfer.learning-rate, 1e-5",
    "micronet.phases.micro.batch, 32",
    "micronet.phases.transfer.batch, 32",
    "micronet.phases.micro.weight-decay, 1e-4",
    "micronet.phases.transfer.weight-decay, 1e-4",
    "micronet.weights.reconstruction, .1",
    "micronet.weights.identity, .1",
    "micronet.weights.person, .1",
    "micronet.weights.triplet, .001",
    "micronet.weights.adversarial, .001",
    "micronet.weights.inequality, .001",
    "micronet.margin, 1",
    "micronet.decoder-rate, .1",
    "micronet.reach, 2",
    "micronet.side, 224",
    "micronet.width, 64",
    "dynamic.teacher.epochs, 30",
    "dynamic.teacher.batch, 32",
    "dynamic.teacher.learning-rate, 1e-3",
    "dynamic.teacher.weight-decay, 1e-4",
    "dynamic.student.epochs, 30",
    "dynamic.student.batch, 32",
    "dynamic.student.learning-rate, 1e-3",
    "dynamic.student.weight-decay, 1e-4",
    "dynamic.lambda, 1",
    "dynamic.student-blocks, 2",
    "dynamic.units, 12",
    "fine-tuned.preprocess.size, 224",
    "fine-tuned.micro.batch, 16",
    "fine-tuned.micro.weight-decay, 5e-6",
    "fine-tuned.width, 64"
  })
  void numberIs(String key, double expected) throws SettingsException {
    assertThat(((Number) usual(key)).doubleValue()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "dssn.first, magnitude",
    "dssn.second, strain",
    "dssn.merge, multiply",
    "graph-tcn.factors, '[1.2, 1.4, 1.6, 1.8, 2.0, 2.2, 2.4, 2.6, 2.8, 3.0]'",
    "emr.training.schedule, halving",
    "emr.flow, farneback",
    "emr.saturation, apex",
    "micronet.macro, guide",
    "micronet.discriminator, one",
    "dynamic.teacher.schedule, cosine",
    "dynamic.student.schedule, cosine",
    "dynamic.hint, last",
    "dynamic.classifier, svm",
    "fine-tuned.preprocess.grey, true",
    "fine-tuned.balance, true"
  })
  void wordIs(String key, String expected) throws SettingsException {
    assertThat(usual(key)).hasToString(expected);
  }

  /** A fold has twenty, however they are shared. */
  @Test
  void microNetHasTwentyEpochsAFold() throws SettingsException {
    assertThat(
            (int) usual("micronet.phases.micro.epochs")
                + (int) usual("micronet.phases.transfer.epochs"))
        .isEqualTo(20);
  }

  private static Object usual(String key) throws SettingsException {
    Object at = ExperimentFile.parse("none", "", List.of()).tree().get("methods");
    for (String name : key.split("\\.")) {
      at = ((Map<?, ?>) at).get(name);
      assertThat(at).as(key).isNotNull();
    }
    return at;
  }
}
