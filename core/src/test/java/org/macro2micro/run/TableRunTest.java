package org.macro2micro.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.catalog.Methods;
import org.macro2micro.config.SettingsException;
import org.macro2micro.config.TableSize;
import org.macro2micro.experiment.ColumnKey;
import org.macro2micro.experiment.PaperTable;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.Scoreboard;
import org.macro2micro.experiment.TableColumn;
import org.macro2micro.lab.LabDatabase;
import org.macro2micro.lab.plan.Framing;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.lab.plan.Layout;

class TableRunTest {
  private static final List<String> QUICK =
      List.of(
          // Flow is taken on as many pixels as the lab's pictures have here.
          "preprocess.flow-size=32",
          "methods.macro-to-micro.phases.macro.epochs=1",
          "methods.macro-to-micro.phases.micro.epochs=1",
          "methods.macro-to-micro.phases.transfer.epochs=1");

  @TempDir static Path folder;
  private static Map<String, Path> roots;
  private static Path out;
  private static TablePlan before;
  private static PaperTable table;

  @BeforeAll
  static void makeOnce() throws Exception {
    roots = new TreeMap<>();
    draw("casme2", LabSettings.casme2(3, 5, 4, 32, 1));
    draw("smic", LabSettings.micro(Layout.SMIC, 2, 3, 4, 32, 1));
    draw("ckplus", LabSettings.ckplus(4, 5, 4, 1).withPicture(32, 32, Framing.CROPPED));
    out = folder.resolve("table");
    before = TablePlan.of(request(3, roots, Set.of(), List.of(1L, 2L)), out);
    assertThat(out).as("planning writes nothing").doesNotExist();
    table = run();
  }

  @Test
  void fillsTheColumnsWhoseDatabasesAreThere() {
    assertThat(table.rows()).isEqualTo(Row.PAPER_ROWS);
    assertThat(table.columns()).hasSize(1);
    TableColumn column = table.columns().get(0);
    assertThat(column.task().key()).isEqualTo(new ColumnKey(List.of("casme2", "smic"), "ckplus"));
    assertThat(column.task().generated()).isEmpty();
    assertThat(column.seeds()).containsExactly(1L, 2L);
    assertThat(column.subjects()).isEqualTo(5);
    assertThat(column.parts()).containsExactly(Scoreboard.ALL, "casme2", "smic");
    assertThat(table.missing()).hasSize(1);
    assertThat(out.resolve("report.html")).isNotEmptyFile();
    for (String form : List.of("txt", "md", "tex", "csv", "json")) {
      assertThat(out.resolve("table." + form)).isNotEmptyFile();
    }
  }

  @Test
  void aFinishedTableTrainsNothingAgainAndIsTheSame() throws Exception {
    Map<Path, FileTime> then = foldFiles();
    String text = Files.readString(out.resolve("table.json"));
    assertThat(run()).isEqualTo(table);
    assertThat(foldFiles()).isNotEmpty().isEqualTo(then);
    assertThat(out.resolve("table.json")).hasContent(text);
  }

  @Test
  void theSharedPiecesAreTrainedOnceAndThoseOfFoldsThrownAway() throws IOException {
    try (Stream<Path> kept = Files.list(out.resolve("work"))) {
      assertThat(kept.map(p -> String.valueOf(p.getFileName())).toList())
          .hasSize(2)
          .allMatch(name -> name.startsWith("macro-"));
    }
  }

  @Test
  void thePlanCountsWhatIsKept() throws Exception {
    assertThat(before.lines()).hasSize(2);
    assertThat(before.lines())
        .allSatisfy(
            line -> {
              assertThat(line.folds()).isEqualTo(5);
              assertThat(line.results()).isEqualTo(30);
              assertThat(line.kept()).isZero();
              assertThat(line.maNet()).isEqualTo(TablePlan.MaNetPiece.TO_TRAIN);
              assertThat(line.seconds()).isPositive();
            });
    TablePlan after = TablePlan.of(request(3, roots, Set.of(), List.of(1L, 2L)), out);
    assertThat(after.lines())
        .allSatisfy(
            line -> {
              assertThat(line.kept()).isEqualTo(30);
              assertThat(line.maNet()).isEqualTo(TablePlan.MaNetPiece.KEPT);
              assertThat(line.seconds()).isZero();
            });
    assertThat(after.seconds()).isZero();
  }

  @Test
  void tableTwoHasAColumnForEachPairAndTheLabStandsInForWhatIsAskedOfIt() throws Exception {
    TableCells given = new TableCells(request(2, roots, Set.of(), List.of(1L)));
    assertThat(given.columns())
        .containsExactly(
            new ColumnKey(List.of("casme2"), "ckplus"), new ColumnKey(List.of("smic"), "ckplus"));
    assertThat(given.scheme(given.columns().get(0))).isEqualTo("casme2-5");
    TableCells drawn = new TableCells(request(2, roots, Set.of("mmi"), List.of(1L)));
    assertThat(drawn.columns()).hasSize(4);
    // Runs that share MiNet's phase 2 follow each other.
    assertThat(drawn.cells().stream().map(cell -> cell.key().toString()).toList())
        .containsExactly("casme2/ckplus", "casme2/mmi", "smic/ckplus", "smic/mmi");
  }

  @Test
  void tableFourSetsOtherMethodsBesideOurs() throws Exception {
    List<Row> rows = rows("c", "c+s+sam+t+con", "bi-woof", "ststnet");
    TableRequest request =
        new TableRequest(
            4,
            Map.of("casme2", roots.get("casme2"), "ckplus", roots.get("ckplus")),
            Set.of(),
            Map.of(),
            List.of(1L),
            TableSize.TINY,
            rows,
            QUICK);
    Path four = folder.resolve("four");
    PaperTable made = new TableRun(request, four, RunListener.silent()).run().table();
    assertThat(made.rows()).isEqualTo(rows);
    assertThat(made.columns()).hasSize(1);
    assertThat(made.columns().get(0).differences()).hasSize(6);
    assertThat(Files.readString(four.resolve("table.txt")))
        .contains("Bi-WOOF", "(.588)", "Shallow", "published methods and ours")
        .contains("SMIC (CK+), SAMM (CK+)");
    assertThat(four.resolve("columns/casme2-ckplus/bi-woof/seed-1/predictions.jsonl"))
        .isNotEmptyFile();
  }

  @Test
  void aRowThatNeedsActionUnitsHasADashWhereNobodyCodedThem() throws Exception {
    List<Row> rows = rows("c", "au-gacn");
    TableRequest request =
        new TableRequest(
            4,
            Map.of(
                "casme2",
                roots.get("casme2"),
                "smic",
                roots.get("smic"),
                "ckplus",
                roots.get("ckplus")),
            Set.of(),
            Map.of(),
            List.of(1L),
            TableSize.TINY,
            rows,
            QUICK);
    Path four = folder.resolve("units");
    PaperTable made = new TableRun(request, four, RunListener.silent()).run().table();
    assertThat(made.columns()).hasSize(2);
    assertThat(made.columns().get(0).lacks(rows.get(1))).isFalse();
    assertThat(made.columns().get(1).lacks(rows.get(1))).isTrue();
    assertThat(Files.readString(four.resolve("table.txt")))
        .containsPattern("AU-GACN +\\.\\d+ \\(\\.712\\) +\\.\\d+ \\(\\.355\\) +- +-\n")
        .contains(
            "smic/ckplus: row \"au-gacn\" has no number, since it learns from action units, which nobody coded in these clips.",
            "AU-GACN: the paper's numbers are of three classes");
    assertThat(Files.readString(four.resolve("table.tex"))).contains("& - & -");
    assertThat(Files.readString(four.resolve("report.html"))).contains("AU-GACN", "–");
    assertThat(Files.readString(four.resolve("table.csv"))).doesNotContain("smic,ckplus,au-gacn");
    assertThat(PaperTable.read(four.resolve("table-data.json"))).contains(made);
  }

  @Test
  void tableFiveTakesFlowImagesOfAllThreeDatabases() throws Exception {
    Path flow = folder.resolve("flow");
    List<String> labels = new ArrayList<>(List.of("database,subject,clip,label"));
    for (String database : PaperTable.MICRO) {
      for (int i = 0; i < 6; i++) {
        String label = List.of("negative", "positive", "surprise").get(i % 3);
        String subject = database.equals("samm") ? "00" + (6 + i / 3) : "s" + i / 3;
        String clip = database.equals("samm") ? subject + "_1_" + (i + 1) : "c" + i;
        labels.add("%s,%s,%s,%s".formatted(database, subject, clip, label));
        for (String step : List.of("onset-apex", "apex-offset")) {
          Path image = flow.resolve("%s/%s/%s_%s.png".formatted(step, database, subject, clip));
          Files.createDirectories(image.getParent());
          BufferedImage pixels = new BufferedImage(28, 28, BufferedImage.TYPE_INT_RGB);
          pixels.setRGB(3 * i, 9, 0x40ff80);
          ImageIO.write(pixels, "png", image.toFile());
        }
      }
    }
    Files.write(flow.resolve("labels.csv"), labels);
    List<String> quick = new ArrayList<>(QUICK);
    quick.addAll(
        List.of("methods.macro-to-micro.network.width=4", "methods.ststnet.training.epochs=1"));
    TableRequest request =
        new TableRequest(
            5,
            Map.of("mer-flow", flow, "ckplus", roots.get("ckplus")),
            Set.of(),
            Map.of(),
            List.of(1L),
            TableSize.FLOW,
            rows("c", "c+s", "ststnet", "flow-kernel"),
            quick);
    Path five = folder.resolve("five");
    TablePlan plan = TablePlan.of(request, five);
    assertThat(plan.lines()).hasSize(3);
    assertThat(plan.lines().get(1).seconds()).isNaN();
    assertThat(plan.lines().get(1).maNet()).isEqualTo(TablePlan.MaNetPiece.NONE);
    TableColumn column =
        new TableRun(request, five, RunListener.silent()).run().table().columns().get(0);
    assertThat(column.clips()).isEqualTo(18);
    assertThat(column.parts()).containsExactly(Scoreboard.ALL, "casme2", "smic", "samm");
    assertThat(column.task().generated()).isEmpty();
    assertThatThrownBy(() -> request(2, Map.of("mer-flow", flow), Set.of(), List.of(1L)))
        .hasMessageContaining("expected table 5");
  }

  @Test
  void aRowThatNeedsFramesIsRefusedOnFlowImagesBeforeAnythingIsTrained() {
    for (String name : List.of("graph-tcn", "au-gacn", "lbp-top")) {
      assertThatThrownBy(
              () ->
                  new TableRequest(
                      5,
                      Map.of("mer-flow", folder),
                      Set.of(),
                      Map.of(),
                      List.of(1L),
                      TableSize.FLOW,
                      rows("c", name),
                      QUICK))
          .hasMessageContaining(
              "row \"" + name + "\" needs clips as frames, and ready flow images hold none");
    }
  }

  @Test
  void everyTableHasItsUsualRows() {
    assertThat(TableRows.of(2, false)).isEqualTo(Row.PAPER_ROWS);
    for (int number : List.of(4, 5)) {
      assertThat(TableRows.of(number, false))
          .startsWith(Row.L_C, Row.ALL_TERMS)
          .hasSizeGreaterThan(7);
      for (Row row : TableRows.of(number, false)) {
        assertThat(row.isOfTerms() || row.method().flatMap(Methods::named).isPresent())
            .as(row.toString())
            .isTrue();
      }
    }
    assertThat(TableRows.of(4, false))
        .containsSubsequence(rows("bi-woof", "off-apexnet", "boost", "dssn", "au-gacn"))
        .contains(Row.parse("graph-tcn"));
    assertThat(TableRows.of(5, false)).doesNotContain(Row.parse("boost"));
    assertThat(TableRows.of(5, true)).containsAll(Row.PAPER_ROWS).contains(Row.parse("ststnet"));
  }

  @Test
  void aCompositeOfFewerDatabasesSeesNoneOfAnotherTable() throws Exception {
    Map<String, Path> fewer = new TreeMap<>(roots);
    fewer.put("samm", roots.get("smic"));
    for (Map<String, Path> given : List.of(fewer, roots)) {
      TableRequest request = request(3, given, Set.of(), List.of(1L));
      TableLabs labs = new TableLabs(request, new TableCells(request), RunListener.silent());
      Path composite = labs.roots(folder.resolve("links")).get("composite");
      try (Stream<Path> links = Files.list(composite)) {
        assertThat(links).hasSize(given.size() - 1);
      }
    }
  }

  @Test
  void withoutDatabasesItSaysWhatToGive() {
    assertThatThrownBy(
            () -> new TableCells(request(2, Map.of(), Set.of("casme2"), List.of(1L))).columns())
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("--lab");
    assertThatThrownBy(() -> request(2, roots, Set.of(), List.of(1L, 1L)))
        .hasMessageContaining("each once");
  }

  @Test
  void everySizeIsAnExperiment() throws Exception {
    for (TableSize size : TableSize.values()) {
      assertThat(size.experiment(List.of("seed=3")).settings().seed()).isEqualTo(3);
      assertThat(size.lab().frames()).isPositive();
    }
  }

  private static void draw(String name, LabSettings settings) throws IOException {
    Path root = folder.resolve(name);
    LabDatabase.write(settings, root, (done, all) -> {});
    roots.put(name, root);
  }

  private static List<Row> rows(String... texts) {
    return Stream.of(texts).map(Row::parse).toList();
  }

  private static PaperTable run() throws Exception {
    TableRequest request = request(3, roots, Set.of(), List.of(1L, 2L));
    return new TableRun(request, out, RunListener.silent()).run().table();
  }

  private static TableRequest request(
      int number, Map<String, Path> given, Set<String> lab, List<Long> seeds) {
    return new TableRequest(
        number, given, lab, Map.of(), seeds, TableSize.TINY, Row.PAPER_ROWS, QUICK);
  }

  private static Map<Path, FileTime> foldFiles() throws IOException {
    Map<Path, FileTime> times = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out.resolve("columns"))) {
      for (Path file :
          new ArrayList<>(files.filter(f -> f.toString().contains("folds")).toList())) {
        if (Files.isRegularFile(file)) {
          times.put(file, Files.getLastModifiedTime(file));
        }
      }
    }
    return times;
  }
}
