package org.macro2micro.report.experiment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.drawing.PngImage;
import org.macro2micro.experiment.CurvePoint;
import org.macro2micro.experiment.ModelSelection;
import org.macro2micro.experiment.Provenance;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.RunResult;
import org.macro2micro.experiment.Workforce;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Phase;

/** A made-up run with everything a page can show, for the tests of this package. */
public final class ReportCases {
  public static final List<String> LABELS = List.of("negative", "positive", "surprise");
  private static final SeedPath SEED = SeedPath.root(7).child("made-up run");
  private static final List<Row> ROWS =
      Stream.of("c", "c+s", "c+s+sam", "c+s+sam+t", "c+s+sam+t+con").map(Row::parse).toList();

  private ReportCases() {}

  /** Clips of the named databases, five to nine a subject, eight subjects each. */
  public static Map<ClipId, String> truth(List<String> databases) {
    RandomGenerator random = SEED.child("truth").random();
    Map<ClipId, String> truth = new LinkedHashMap<>();
    for (String database : databases) {
      for (int subject = 1; subject <= 8; subject++) {
        int clips = 5 + random.nextInt(5);
        for (int clip = 1; clip <= clips; clip++) {
          ClipId id = ClipId.of(database, "sub%02d".formatted(subject), "EP%02d".formatted(clip));
          truth.put(id, LABELS.get(Math.max(0, random.nextInt(5) - 2)));
        }
      }
    }
    return truth;
  }

  public static RunResult result(
      String title, ModelSelection selection, List<String> databases, List<Row> rows) {
    Map<ClipId, String> truth = truth(databases);
    Map<Row, List<Prediction>> predictions = new LinkedHashMap<>();
    for (Row row : rows) {
      RandomGenerator random = SEED.child(row.toString()).random();
      double skill = .6 + .01 * rows.indexOf(row);
      List<Prediction> said = new ArrayList<>();
      truth.forEach(
          (id, label) -> {
            boolean right = random.nextDouble() < skill;
            String called = right ? label : LABELS.get(random.nextInt(LABELS.size()));
            said.add(new Prediction(id, called, List.of(.2, .3, .5)));
          });
      predictions.put(row, said);
    }
    return RunResult.of(title, LABELS, selection, truth, predictions);
  }

  public static RunResult oneDatabase() {
    return result(
        "One", ModelSelection.LAST_EPOCH, List.of("smic"), List.of(Row.L_C, Row.parse("c+s")));
  }

  /** Everything at once, three databases, five rows. */
  public static ReportContent full() {
    RunResult result =
        result(
            "Ablation of the loss terms, three databases together",
            ModelSelection.LAST_EPOCH,
            List.of("casme2", "samm", "smic"),
            ROWS);
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("scheme", "cde");
    settings.put("seed", 1);
    Map<String, Object> preprocess = new LinkedHashMap<>();
    preprocess.put("input", "onset-difference");
    preprocess.put("size", 112);
    preprocess.put("frames", 16);
    settings.put("preprocess", preprocess);
    settings.put(
        "method", new LinkedHashMap<>(Map.of("weights", List.of(1, .1, .2, .2, .1), "tau", .5)));
    return new ReportContent(
        "No loss term changed the F1 of 24 made-up subjects by more than chance alone would.",
        result,
        List.of(
            "With 24 subjects a gain of two points is usually noise: an interval of a difference that holds 0 shows nothing in either direction."),
        curves(),
        List.of(
            strip("casme2/sub01/EP01", "negative", "negative", 1),
            strip("samm/sub03/EP02", "surprise", "surprise", 2),
            strip("smic/sub05/EP04", "positive", "negative", 3),
            strip("smic/sub08/EP01", "surprise", "positive", 4)),
        Optional.of(new MacroAccuracy("ckplus", .867, 98, "37 of 123 subjects")),
        List.of(
            "casme2 sub04/EP12_01f: apex \"/\" is not a number; the clip was left out",
            "samm 013_1_9: offset 4210 lies before apex 4310; the last frame was taken instead"),
        settings,
        Optional.of(
            new Provenance(
                "0.1.0",
                "17.0.12 (Debian)",
                "Linux 6.1, amd64",
                new TreeMap<>(Map.of("djl", "0.36.0", "opencv", "4.13.0")),
                "cpu",
                new Workforce(2, 1, ""),
                Instant.parse("2026-01-02T03:04:05.678Z"),
                7503,
                List.of(1L),
                new TreeMap<>(Map.of("casme2", "9f2c41d0a7", "samm", "1c77b0e2d4")))));
  }

  /** A table alone, with texts that would do harm if they were taken for markup. */
  public static ReportContent hostile() {
    String script = "<script>alert('x')</script>";
    ClipId id = ClipId.of("db", "s\" onload=\"x", "c&<b>");
    ClipId other = ClipId.of("db", "t", "c");
    RunResult result =
        RunResult.of(
            script,
            List.of(script, "ok"),
            ModelSelection.TEST_SELECTED,
            Map.of(id, script, other, "ok"),
            Map.of(
                Row.parse("row" + script),
                List.of(
                    new Prediction(id, "ok", List.of()),
                    new Prediction(other, script, List.of()))));
    return new ReportContent(
        script,
        result,
        List.of(script),
        List.of(
            new CurvePoint(
                "</script>" + script,
                Phase.SINGLE,
                1,
                new TreeMap<>(Map.of("c", Double.NaN, "con", 1234.5678)),
                new TreeMap<>())),
        List.of(
            new FrameStrip(
                id, Row.parse(script), script, "ok", .5, List.of(PngImage.of(face(1, 1))))),
        Optional.of(new MacroAccuracy(script, 1, 1, script)),
        List.of(script),
        Map.of(script, Map.of(script, script)),
        Optional.empty());
  }

  private static List<CurvePoint> curves() {
    RandomGenerator random = SEED.child("curves").random();
    List<CurvePoint> points = new ArrayList<>();
    for (int epoch = 1; epoch <= 12; epoch++) {
      double loss = 2 * Math.exp(-epoch / 4.0) + .1 * random.nextDouble();
      points.add(
          new CurvePoint(
              "macro",
              Phase.MACRO,
              epoch,
              new TreeMap<>(Map.of("c", loss, "total", loss)),
              new TreeMap<>(Map.of("c", 5 * loss))));
    }
    for (Row row : ROWS.subList(1, ROWS.size())) {
      for (String fold : List.of("casme2/sub01", "casme2/sub02", "smic/sub08")) {
        for (int epoch = 1; epoch <= 20; epoch++) {
          points.add(transfer(row, fold, epoch, random));
        }
      }
    }
    return points;
  }

  private static CurvePoint transfer(Row row, String fold, int epoch, RandomGenerator random) {
    Map<String, Double> scale = Map.of("c", 1.1, "s", .69, "sam", 1.0, "t", .69, "con", 750.0);
    Map<String, Double> norm = Map.of("c", 5.0, "s", .0025, "sam", .0016, "t", .0035, "con", 20.0);
    TreeMap<String, Double> losses = new TreeMap<>();
    TreeMap<String, Double> norms = new TreeMap<>();
    double total = 0;
    for (String term : row.toString().split("\\+")) {
      double fall = (.4 + .6 * Math.exp(-epoch / 8.0)) * (.9 + .2 * random.nextDouble());
      losses.put(term, scale.get(term) * fall);
      norms.put(term, norm.get(term) * fall);
      total += losses.get(term) * (term.equals("c") ? 1 : .1);
    }
    losses.put("total", total);
    return new CurvePoint("fold " + fold + " row " + row, Phase.TRANSFER, epoch, losses, norms);
  }

  private static FrameStrip strip(String id, String truth, String predicted, int face) {
    List<PngImage> frames = new ArrayList<>();
    for (int frame = 0; frame < 4; frame++) {
      frames.add(PngImage.of(face(face, frame)));
    }
    ClipId clip = ClipId.parse(id);
    return new FrameStrip(clip, Row.ALL_TERMS, truth, predicted, .5 + .1 * face, frames);
  }

  /** A drawn face whose mouth moves. */
  public static byte[] face(int face, int frame) {
    BufferedImage image = new BufferedImage(96, 96, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(new Color(60, 70, 80));
    g.fillRect(0, 0, 96, 96);
    g.setColor(new Color(190 + 10 * face, 150 + 8 * face, 130));
    g.fillOval(16, 8, 64, 82);
    g.setColor(Color.DARK_GRAY);
    g.fillOval(32, 38, 9, 6);
    g.fillOval(55, 38, 9, 6);
    g.drawArc(36, 58 - frame, 24, 8 + 3 * frame, 190, 160);
    g.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
