package org.macro2micro.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macro2micro.clip.UnitCoding;
import org.macro2micro.dataset.Problem.Action;

/** What each reader reads of action units, with frames and without. */
class UnitReadingTest {
  private static final String MMI_CODES = "Sessions/1/S001-001-oao_aucs.xml";

  @TempDir Path root;

  @Test
  void casmeTwosColumn() throws Exception {
    Trees.casme(root);
    Trees.xlsx(
        root.resolve("CASME2-coding-20140508.xlsx"),
        List.of(
            Trees.CASME_HEADS,
            Trees.casmeRow(1, "EP02_01f", 41, 43, 45, "R4+7", "happiness"),
            Trees.casmeRow(1, "EP03_02", 40, 42, 49, 12, "disgust"),
            Trees.casmeRow(2, "EP01_11f", 42, 44, 46, "", "others")));
    Inventory inventory = both(new CasmeTwoReader());
    assertThat(units(inventory))
        .containsExactly(
            Map.entry("casme2/sub01/EP02_01f", "R4+7"),
            Map.entry("casme2/sub01/EP03_02", "12"),
            Map.entry("casme2/sub02/EP01_11f", "unknown"));
    assertThat(inventory.problems()).isEmpty();
  }

  @Test
  void unitsThatCanNotBeReadLeaveTheClip() throws Exception {
    Trees.casme(root);
    Trees.xlsx(
        root.resolve("CASME2-coding-20140508.xlsx"),
        List.of(
            Trees.CASME_HEADS,
            Trees.casmeRow(1, "EP02_01f", 41, 43, 45, "4+x", "happiness"),
            Trees.casmeRow(1, "EP03_02", 40, 42, 49, "?", "disgust"),
            Trees.casmeRow(2, "EP01_11f", 42, 44, 46, 4.7, "others")));
    Inventory inventory = both(new CasmeTwoReader());
    assertThat(units(inventory).values()).containsExactly("4+?", "unknown", "unknown");
    assertThat(inventory.corpus().clips()).hasSize(3);
    assertThat(inventory.problems()).extracting(Problem::action).containsOnly(Action.NOTED);
    assertThat(Trees.lines(inventory))
        .containsExactly(
            "casme2/sub01/EP02_01f: row 2 of CASME2-coding-20140508.xlsx has action units that can't"
                + " be read, \"x\": expected units such as 4+R12B or \"12 or 14\"; only 4+? is known"
                + " [noted]",
            "casme2/sub01/EP03_02: row 3 of CASME2-coding-20140508.xlsx has action units that can't"
                + " be read, \"?\": expected units such as 4+R12B or \"12 or 14\"; the clip's units"
                + " are unknown [noted]",
            "casme2/sub02/EP01_11f: row 4 of CASME2-coding-20140508.xlsx has action units that can't"
                + " be read, \"4.7\": expected units such as 4+R12B or \"12 or 14\"; the clip's units"
                + " are unknown [noted]");
  }

  @Test
  void aSheetWithoutTheColumnIsNotedOnce() throws Exception {
    Trees.casme(root);
    Trees.xlsx(
        root.resolve("CASME2-coding-20140508.xlsx"),
        List.of(
            List.of("Subject", "Filename", "OnsetFrame", "ApexFrame", "OffsetFrame", "Emotion"),
            List.of(1, "EP02_01f", 41, 43, 45, "happiness"),
            List.of(1, "EP03_02", 40, 42, 49, "disgust")));
    Inventory inventory = both(new CasmeTwoReader());
    assertThat(units(inventory).values()).containsExactly("unknown", "unknown");
    assertThat(Trees.lines(inventory))
        .singleElement()
        .asString()
        .contains("has no column \"Action Units\": the action units of its clips are unknown");
  }

  @Test
  void sammsColumn() throws Exception {
    Trees.samm(root);
    Inventory inventory = both(new SammReader());
    assertThat(units(inventory).values()).containsOnly("R4 or L12A").hasSize(3);
    assertThat(inventory.problems()).isEmpty();
  }

  @Test
  void ckPlusFiles() throws Exception {
    Trees.ckPlus(root);
    Trees.ckUnits(root, "S010/001", "1.7e+01 5.0\r\n\r\n 4 0 \n");
    Inventory inventory = both(new CkPlusReader());
    assertThat(units(inventory))
        .containsExactly(
            Map.entry("ckplus/S005/001", "1+27D"),
            Map.entry("ckplus/S005/002", "1+27D"),
            Map.entry("ckplus/S010/001", "17E+4"));
    assertThat(inventory.problems()).as("the sequence without label").hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4.0 0.0;9.0 | 4+? | 9.0",
        "4.0 0.0;9.0 6.0 | 4+? | 9.0 6.0",
        "4.0 0.0;9.5 1.0 | 4+? | 9.5 1.0",
        "4.0 0.0;9.0 1.5 | 4+? | 9.0 1.5",
        "4.0 0.0;0.0 1.0 | 4+? | 0.0 1.0",
        "4.0 0.0;-9 1 | 4+? | -9 1",
        "4.0 0.0;9 1 1 | 4+? | 9 1 1",
        "4.0 0.0;1e999999999 1 | 4+? | 1e999999999 1",
        "NaN 0 | unknown | NaN 0",
        "R4 0 | unknown | R4 0",
        "' ' | unknown | ''"
      })
  void linesOfCkPlusThatCanNotBeRead(String text, String expected, String unread) throws Exception {
    Trees.ckPlus(root);
    Trees.ckUnits(root, "S005/001", text.replace(';', '\n'));
    Inventory inventory = both(new CkPlusReader());
    assertThat(units(inventory).get("ckplus/S005/001")).isEqualTo(expected);
    assertThat(Trees.lines(inventory))
        .filteredOn(line -> line.startsWith("ckplus/S005/001"))
        .singleElement()
        .asString()
        .contains("S005_001_00000003_facs.txt has action units", "\"" + unread + "\": expected");
  }

  @Test
  void filesOfCkPlusThatAreMissingHugeOrDisagree() throws Exception {
    Trees.ckPlus(root);
    Files.delete(root.resolve("FACS/S005/001/S005_001_00000003_facs.txt"));
    Trees.ckUnits(root, "S005/002", "4 0\n" + " ".repeat(10_000));
    Trees.text(root.resolve("FACS/S010/001/S010_001_00000002_facs.txt"), "4 0");
    Inventory inventory = both(new CkPlusReader());
    assertThat(units(inventory).values()).containsOnly("unknown").hasSize(3);
    assertThat(Trees.lines(inventory))
        .anyMatch(
            line ->
                line.startsWith("ckplus: 1 of 3 labelled sequences have no file of action units")
                    && line.contains("(S005/001): their units are unknown"))
        .anyMatch(line -> line.startsWith("ckplus/S005/002: ") && line.contains("\"10004 bytes\""))
        .anyMatch(line -> line.startsWith("ckplus/S010/001: its files of action units disagree"));
  }

  @Test
  void twoFilesOfCkPlusThatSayTheSameAreOne() throws Exception {
    Trees.ckPlus(root);
    Trees.text(root.resolve("FACS/S010/001/S010_001_00000002_facs.txt"), "1 0\n27 4");
    assertThat(units(both(new CkPlusReader())).get("ckplus/S010/001")).isEqualTo("1+27D");
  }

  @Test
  void ckPlusWithoutItsFolderIsNotedOnce() throws Exception {
    Trees.ckPlus(root);
    Files.move(root.resolve("FACS"), root.resolve("FACS_labels"));
    assertThat(units(both(new CkPlusReader())).values()).containsOnly("1+27D");
    Files.move(root.resolve("FACS_labels"), root.resolve("aside"));
    Inventory inventory = both(new CkPlusReader());
    assertThat(units(inventory).values()).containsOnly("unknown").hasSize(3);
    assertThat(Trees.lines(inventory))
        .filteredOn(line -> line.contains("FACS"))
        .singleElement()
        .isEqualTo(
            "ckplus: there is no folder FACS with S005, S010, ... in it: the action units of all"
                + " sequences are unknown [noted]");
  }

  @Test
  void mmisXml() throws Exception {
    Trees.mmi(root);
    Trees.text(
        root.resolve(MMI_CODES),
        """
        <AUCoding><ActionUnit Number="12"><Marker Frame="1" Type="0"/></ActionUnit>
        <ActionUnit Number="R46"/></AUCoding>
        """);
    assertThat(units(both(new MmiReader())))
        .as("coded, not coded, coded without a unit")
        .containsExactly(
            Map.entry("mmi/S001/S001-001", "12+R46"),
            Map.entry("mmi/S001/S001-002", "unknown"),
            Map.entry("mmi/S002/S002-001", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<a><ActionUnit Number='4'/><ActionUnit/></a> | 4+? | can't be read, \"\": expected",
        "<a><ActionUnit Number='x'/></a> | unknown | can't be read, \"x\": expected",
        "<a><ActionUnit | unknown | is not well-formed XML",
        "'' | unknown | has 0 bytes"
      })
  void unitsOfMmiThatCanNotBeRead(String xml, String expected, String text) throws Exception {
    Trees.mmi(root);
    Trees.text(root.resolve(MMI_CODES), xml);
    Inventory inventory = both(new MmiReader());
    assertThat(units(inventory).get("mmi/S001/S001-001")).isEqualTo(expected);
    assertThat(inventory.problems())
        .filteredOn(p -> p.clip().equals("mmi/S001/S001-001"))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.action()).isEqualTo(Action.NOTED);
              assertThat(p.problem()).contains("S001-001-oao_aucs.xml", text);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"smic", "long", "pairs", "folds"})
  void nobodyCodedSmicAndTheFlowImages(String layout) throws Exception {
    switch (layout) {
      case "smic" -> Trees.smic(root);
      case "long" -> Trees.smicLong(root);
      case "pairs" -> Trees.flowPairs(root);
      default -> Trees.flowFolds(root);
    }
    boolean smic = List.of("smic", "long").contains(layout);
    ClipReader reader = smic ? new SmicReader(SmicReader.Camera.HS) : new FlowImageReader();
    assertThat(units(both(reader)).values()).containsOnly("unknown").isNotEmpty();
  }

  @Test
  void theCompositeKeepsWhatItsPartsSay() throws Exception {
    Trees.casme(root.resolve("casme2"));
    Trees.smic(root.resolve("smic"));
    Trees.samm(root.resolve("samm"));
    assertThat(units(both(new CompositeReader())))
        .hasSize(9)
        .containsEntry("casme2/sub01/EP02_01f", "4")
        .containsEntry("samm/006/006_1_2", "R4 or L12A")
        .containsEntry("smic/s01/s01_ne_01", "unknown");
  }

  /** The inventory with frames; the one without says the same of units, and of their problems. */
  private Inventory both(ClipReader reader) throws DatasetException {
    Inventory inventory = reader.read(root);
    Inventory labels = reader.readLabels(root);
    assertThat(labels.annotations()).isEqualTo(inventory.annotations());
    assertThat(unitLines(labels)).isEqualTo(unitLines(inventory));
    return inventory;
  }

  private static List<String> unitLines(Inventory inventory) {
    return Trees.lines(inventory).stream().filter(line -> line.contains("units")).toList();
  }

  private static Map<String, String> units(Inventory inventory) {
    Map<String, String> units = new TreeMap<>();
    inventory
        .annotations()
        .forEach((id, annotation) -> units.put(id.toString(), text(annotation.units())));
    return units;
  }

  private static String text(Optional<UnitCoding> units) {
    return units.map(UnitCoding::toString).orElse("unknown");
  }
}
