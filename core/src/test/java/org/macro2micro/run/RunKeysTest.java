package org.macro2micro.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Subject;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.config.SettingsException;
import org.macro2micro.experiment.ModelSelection;

class RunKeysTest {
  private static final Subject ONE = new Subject("casme2", "sub01");
  private static final Subject TWO = new Subject("casme2", "sub02");
  private static final ClipId OF_ONE = ClipId.of("casme2", "sub01", "EP01");
  private static final ClipId OF_TWO = ClipId.of("casme2", "sub02", "EP01");
  private static final ClipId OF_MACRO = ClipId.of("ckplus", "S005", "001");
  private static final Map<ClipId, String> MICRO = Map.of(OF_ONE, "negative", OF_TWO, "positive");
  private static final Map<ClipId, String> MACRO = Map.of(OF_MACRO, "anger");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seed=2",
        "preprocess.size=64",
        "network.width=8",
        "phases.micro.epochs=1",
        "transfer.weights.con=2",
        "micro.scheme=casme2-5",
        "macro.held-out-share=0.5",
        "init.from=random",
        "init.trunks=spatial",
        "augmentation.mirror=0"
      })
  void whatChangesTheNumbersChangesTheKeys(String assignment) throws SettingsException {
    RunKeys before = keys(List.of(), MICRO, MACRO);
    RunKeys after = keys(List.of(assignment), MICRO, MACRO);
    assertThat(after.fold("c", ONE)).isNotEqualTo(before.fold("c", ONE));
    assertThat(after.macro()).isNotEqualTo(before.macro());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title=another",
        "rows=[c, c+s]",
        "micro.root=elsewhere",
        "macro.root=elsewhere",
        "memory-mib=1",
        "cache=kept",
        "keep-models=true",
        "init.weights=elsewhere.safetensors",
        "work=kept"
      })
  void whatChangesNoNumberChangesNoKey(String assignment) throws SettingsException {
    RunKeys before = keys(List.of(), MICRO, MACRO);
    RunKeys after = keys(List.of(assignment), MICRO, MACRO);
    assertThat(after.fold("c", ONE)).isEqualTo(before.fold("c", ONE));
    assertThat(after.macro()).isEqualTo(before.macro());
  }

  /** In each line: a setting, and of some rows those that read it. */
  @ParameterizedTest
  @CsvSource({
    "seed=2, c c+s lbp-top ststnet flow-kernel",
    "preprocess.size=64, c c+s lbp-top ststnet flow-kernel",
    "augmentation.mirror=0, c c+s lbp-top ststnet flow-kernel",
    "selection=inner-validation, c c+s lbp-top ststnet flow-kernel",
    "network.width=8, c c+s",
    "phases.transfer.epochs=1, c c+s",
    "init.from=random, c c+s",
    "macro.until=0.5, c c+s",
    "transfer.weights.con=2, c c+s",
    "handcrafted.lbp-top.rows=3, lbp-top",
    "handcrafted.lbp-sip.rows=3, ''",
    "handcrafted.svm.inner-folds=3, lbp-top flow-kernel ststnet",
    "handcrafted.flow-kernel.gamma=[3], flow-kernel",
    "handcrafted.flow-kernel.max-clips=500, flow-kernel",
    "deep.augment=true, lbp-top ststnet flow-kernel",
    "deep.ststnet.training.epochs=3, ststnet",
    "deep.capsulenet.training.epochs=3, ''"
  })
  void aRowsKeyHoldsWhatTheRowReads(String assignment, String rows) throws SettingsException {
    RunKeys before = keys(List.of(), MICRO, MACRO);
    RunKeys after = keys(List.of(assignment), MICRO, MACRO);
    List<String> changed =
        Stream.of("c", "c+s", "lbp-top", "ststnet", "flow-kernel")
            .filter(row -> !after.fold(row, ONE).equals(before.fold(row, ONE)))
            .toList();
    assertThat(changed).hasSameElementsAs(rows.isEmpty() ? List.of() : List.of(rows.split(" ")));
    assertThat(after.macro().equals(before.macro())).isEqualTo(!rows.startsWith("c "));
  }

  @Test
  void initialWeightsChangeThemByTheirDigest() throws SettingsException {
    List<String> keys = new java.util.ArrayList<>();
    for (String digest : List.of("", "d1", "d2")) {
      RunKeys some =
          new RunKeys(
              ExperimentFile.parse("none", "", List.of("init.weights=a" + digest)).tree(),
              ModelSelection.LAST_EPOCH,
              new RunKeys.Content("a", MICRO),
              new RunKeys.Content("b", MACRO),
              digest);
      keys.add(some.fold("c", ONE));
      keys.add(some.macro());
    }
    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void pixelsRowAndPersonChangeThem() throws SettingsException {
    RunKeys keys = keys(List.of(), MICRO, MACRO);
    assertThat(
            List.of(
                keys.fold("c", ONE),
                keys.fold("c+s", ONE),
                keys.fold("c", TWO),
                keys.macro(),
                keys("a2", "b", MICRO).fold("c", ONE),
                keys("a", "b2", MICRO).fold("c", ONE),
                keys("a", "b2", MICRO).macro()))
        .doesNotHaveDuplicates();
  }

  @Test
  void aClassCorrectedInTheSheetChangesWhatLearnsFromIt() throws SettingsException {
    RunKeys before = keys(List.of(), MICRO, MACRO);
    Map<ClipId, String> corrected = new LinkedHashMap<>(MICRO);
    corrected.put(OF_TWO, "surprise");
    RunKeys after = keys(List.of(), corrected, MACRO);
    assertThat(after.fold("c", ONE)).isNotEqualTo(before.fold("c", ONE));
    // Of the person held out nothing is learnt, and MaNet learns from no micro clip.
    assertThat(after.fold("c", TWO)).isEqualTo(before.fold("c", TWO));
    assertThat(after.macro()).isEqualTo(before.macro());

    RunKeys otherMacro = keys(List.of(), MICRO, Map.of(OF_MACRO, "fear"));
    assertThat(otherMacro.fold("c+s", ONE)).isNotEqualTo(before.fold("c+s", ONE));
    assertThat(otherMacro.macro()).isNotEqualTo(before.macro());
  }

  @Test
  void theClassOfAPersonWhoSelectsTheEpochCounts() throws SettingsException {
    Map<ClipId, String> corrected = new LinkedHashMap<>(MICRO);
    corrected.put(OF_TWO, "surprise");
    for (ModelSelection selection : ModelSelection.values()) {
      String word = selection.name().toLowerCase(Locale.ROOT).replace('_', '-');
      String before = keys(List.of("selection=" + word), MICRO, MACRO).fold("c", TWO);
      String after = keys(List.of("selection=" + word), corrected, MACRO).fold("c", TWO);
      assertThat(after.equals(before))
          .as(word)
          .isEqualTo(selection != ModelSelection.TEST_SELECTED);
    }
  }

  @Test
  void theOrderOfTheClipsChangesNothing() throws SettingsException {
    Map<ClipId, String> forth = new LinkedHashMap<>();
    forth.put(OF_ONE, "negative");
    forth.put(OF_TWO, "positive");
    Map<ClipId, String> back = new LinkedHashMap<>();
    back.put(OF_TWO, "positive");
    back.put(OF_ONE, "negative");
    assertThat(keys(List.of(), back, MACRO).fold("c", new Subject("casme2", "sub03")))
        .isEqualTo(keys(List.of(), forth, MACRO).fold("c", new Subject("casme2", "sub03")));
  }

  private static RunKeys keys(
      List<String> assignments, Map<ClipId, String> micro, Map<ClipId, String> macro)
      throws SettingsException {
    return new RunKeys(
        ExperimentFile.parse("none", "", assignments).tree(),
        ExperimentFile.parse("none", "", assignments).settings().selection(),
        new RunKeys.Content("a", micro),
        new RunKeys.Content("b", macro));
  }

  private static RunKeys keys(String micro, String macro, Map<ClipId, String> truth)
      throws SettingsException {
    return new RunKeys(
        ExperimentFile.parse("none", "", List.of()).tree(),
        ModelSelection.LAST_EPOCH,
        new RunKeys.Content(micro, truth),
        new RunKeys.Content(macro, MACRO));
  }
}
