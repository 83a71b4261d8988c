package org.macro2micro.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Subject;
import org.macro2micro.clip.UnitChoice;
import org.macro2micro.clip.UnitCode;
import org.macro2micro.clip.UnitCoding;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.config.SettingsException;
import org.macro2micro.experiment.ModelSelection;
import org.macro2micro.experiment.Row;

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
        "methods.macro-to-micro.network.width=8",
        "methods.macro-to-micro.phases.micro.epochs=1",
        "methods.macro-to-micro.transfer.weights.con=2",
        "macro.held-out-share=0.5",
        "methods.macro-to-micro.init.from=random",
        "methods.macro-to-micro.init.trunks=spatial",
        "augmentation.mirror=0"
      })
  void whatChangesTheNumbersChangesTheKeys(String assignment) throws SettingsException {
    Keys before = keys(List.of(), MICRO, MACRO);
    Keys after = keys(List.of(assignment), MICRO, MACRO);
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
        "device=cpu",
        "memory-mib=1",
        "cache=kept",
        "keep-models=true",
        "work=kept"
      })
  void whatChangesNoNumberChangesNoKey(String assignment) throws SettingsException {
    Keys before = keys(List.of(), MICRO, MACRO);
    Keys after = keys(List.of(assignment), MICRO, MACRO);
    assertThat(after.fold("c", ONE)).isEqualTo(before.fold("c", ONE));
    assertThat(after.macro()).isEqualTo(before.macro());
  }

  /** Each line has a setting, and those of some rows that read it. */
  @ParameterizedTest
  @CsvSource({
    "seed=2, c c+s lbp-top ststnet flow-kernel",
    "preprocess.size=64, c c+s",
    "preprocess.gain=2, c c+s lbp-top ststnet flow-kernel",
    "augmentation.mirror=0, c c+s",
    "selection=inner-validation, c c+s lbp-top ststnet flow-kernel",
    "methods.macro-to-micro.network.width=8, c c+s",
    "methods.macro-to-micro.phases.transfer.epochs=1, c c+s",
    "methods.macro-to-micro.init.from=random, c c+s",
    "macro.until=0.5, c c+s",
    "methods.macro-to-micro.transfer.weights.con=2, c c+s",
    "methods.lbp-top.rows=3, lbp-top",
    "methods.lbp-sip.rows=3, ''",
    "methods.lbp-top.svm.inner-folds=3, lbp-top",
    "methods.lbp-top.preprocess.size=64, lbp-top",
    "methods.flow-kernel.gamma=[3], flow-kernel",
    "methods.flow-kernel.max-clips=500, flow-kernel",
    "methods.ststnet.augment=true, ststnet",
    "methods.ststnet.training.epochs=3, ststnet",
    "methods.capsulenet.training.epochs=3, ''"
  })
  void aRowsKeyHoldsWhatTheRowReads(String assignment, String rows) throws SettingsException {
    Keys before = keys(List.of(), MICRO, MACRO);
    Keys after = keys(List.of(assignment), MICRO, MACRO);
    List<String> changed =
        Stream.of("c", "c+s", "lbp-top", "ststnet", "flow-kernel")
            .filter(row -> !after.fold(row, ONE).equals(before.fold(row, ONE)))
            .toList();
    assertThat(changed).hasSameElementsAs(rows.isEmpty() ? List.of() : List.of(rows.split(" ")));
    boolean ofMaNet = rows.startsWith("c ") && !assignment.startsWith("selection");
    assertThat(after.macro().equals(before.macro())).isEqualTo(!ofMaNet);
  }

  @Test
  void initialWeightsChangeThemByTheirDigest() throws SettingsException {
    List<String> keys = new java.util.ArrayList<>();
    for (String digest : List.of("", "d1", "d2")) {
      Keys some =
          new Keys(
              new RunKeys(
                  ExperimentFile.parse(
                      "none", "", List.of("methods.macro-to-micro.init.weights=a" + digest))),
              new RunKeys.Content("a", MICRO),
              new RunKeys.Content("b", MACRO),
              new TreeMap<>(Map.of("init.weights", digest)));
      keys.add(some.fold("c", ONE));
      keys.add(some.macro());
    }
    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void whereInitialWeightsLieChangesNothing() throws SettingsException {
    List<String> keys = new java.util.ArrayList<>();
    for (String file : List.of("here", "there")) {
      keys.add(
          new Keys(
                  new RunKeys(
                      ExperimentFile.parse(
                          "none", "", List.of("methods.macro-to-micro.init.weights=" + file))),
                  new RunKeys.Content("a", MICRO),
                  new RunKeys.Content("b", MACRO),
                  new TreeMap<>(Map.of("init.weights", "d1")))
              .fold("c", ONE));
    }
    assertThat(keys.get(0)).isEqualTo(keys.get(1));
  }

  @Test
  void pixelsRowAndPersonChangeThem() throws SettingsException {
    Keys keys = keys(List.of(), MICRO, MACRO);
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
    Keys before = keys(List.of(), MICRO, MACRO);
    Map<ClipId, String> corrected = new LinkedHashMap<>(MICRO);
    corrected.put(OF_TWO, "surprise");
    Keys after = keys(List.of(), corrected, MACRO);
    assertThat(after.fold("c", ONE)).isNotEqualTo(before.fold("c", ONE));
    // Of the person held out nothing is learnt, and MaNet learns from no micro clip.
    assertThat(after.fold("c", TWO)).isEqualTo(before.fold("c", TWO));
    assertThat(after.macro()).isEqualTo(before.macro());

    Keys otherMacro = keys(List.of(), MICRO, Map.of(OF_MACRO, "fear"));
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

  /** Units count for who learns from them, and not those of the person who is held out. */
  @Test
  void actionUnitsCountWhereTheyAreLearntFrom() throws SettingsException {
    String none = unitKey(Map.of());
    UnitCoding four = new UnitCoding(List.of(new UnitChoice(List.of(UnitCode.of(4)))), true);
    assertThat(unitKey(Map.of(OF_TWO, four))).isNotEqualTo(none);
    assertThat(unitKey(Map.of(OF_TWO, UnitCoding.none())))
        .isNotEqualTo(none)
        .isNotEqualTo(unitKey(Map.of(OF_TWO, four)));
    assertThat(unitKey(Map.of(OF_ONE, four))).isEqualTo(none);
  }

  /** The same of macro clips, whoever is held out. */
  @Test
  void actionUnitsOfMacroClipsCountWhereTheyAreLearntFrom() throws SettingsException {
    UnitCoding four = new UnitCoding(List.of(new UnitChoice(List.of(UnitCode.of(4)))), true);
    String none = macroUnitKey(MACRO);
    assertThat(RunKeys.Content.coded(MACRO, Map.of())).isEqualTo(MACRO);
    String coded = macroUnitKey(RunKeys.Content.coded(MACRO, Map.of(OF_MACRO, four)));
    String other = macroUnitKey(RunKeys.Content.coded(MACRO, Map.of(OF_MACRO, UnitCoding.none())));
    assertThat(List.of(none, coded, other)).doesNotHaveDuplicates();
  }

  private static String macroUnitKey(Map<ClipId, String> macro) throws SettingsException {
    return new RunKeys(ExperimentFile.parse("none", "", List.of()))
        .of(
            Row.parse("dynamic"),
            new RunKeys.Content("a", MICRO),
            Map.of(),
            Optional.of(new RunKeys.Content("b", macro)),
            new TreeMap<>())
        .fold(ONE);
  }

  private static String unitKey(Map<ClipId, UnitCoding> units) throws SettingsException {
    return new RunKeys(ExperimentFile.parse("none", "", List.of()))
        .of(
            Row.parse("au-gacn"),
            new RunKeys.Content("a", MICRO),
            units,
            Optional.empty(),
            new TreeMap<>())
        .fold(ONE);
  }

  /** The keys of rows that see the same clips; those of the paper's method are guided. */
  private record Keys(
      RunKeys keys, RunKeys.Content micro, RunKeys.Content guide, SortedMap<String, String> files) {
    String fold(String row, Subject heldOut) {
      boolean ours = Row.parse(row).isOfTerms();
      return keys.of(
              Row.parse(row),
              micro,
              Map.of(),
              ours ? Optional.of(guide) : Optional.empty(),
              ours ? files : new TreeMap<>())
          .fold(heldOut);
    }

    String macro() {
      return keys.macro(guide, files);
    }
  }

  private static Keys keys(
      List<String> assignments, Map<ClipId, String> micro, Map<ClipId, String> macro)
      throws SettingsException {
    return new Keys(
        new RunKeys(ExperimentFile.parse("none", "", assignments)),
        new RunKeys.Content("a", micro),
        new RunKeys.Content("b", macro),
        new TreeMap<>());
  }

  private static Keys keys(String micro, String macro, Map<ClipId, String> truth)
      throws SettingsException {
    return new Keys(
        new RunKeys(ExperimentFile.parse("none", "", List.of())),
        new RunKeys.Content(micro, truth),
        new RunKeys.Content(macro, MACRO),
        new TreeMap<>());
  }
}
