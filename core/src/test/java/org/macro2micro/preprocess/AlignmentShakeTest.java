package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Point2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.lab.KnownClip;
import org.macro2micro.lab.movement.Intensity;
import org.macro2micro.lab.plan.LabSettings;

/**
 * How far places of the skull move in aligned pictures, root mean square about their mean over a
 * clip, in pixels of the face as it was taken. docs/results/preprocessing.md has the figures with
 * more people: -Dpreprocessing.people=12.
 */
class AlignmentShakeTest {
  private static final int PEOPLE = Integer.getInteger("preprocessing.people", 1);
  private static final Intensity STILL = new Intensity(0, 0);

  @TempDir Path folder;

  /** How a clip shakes: as taken, aligned frame by frame without smoothing, and as we align. */
  private record Shake(double before, double frameByFrame, double after) {}

  @ParameterizedTest
  @CsvSource({"still, .05", "moving, .2"})
  void headAndShouldersComeToRest(String face, double most) throws Exception {
    LabSettings settings = LabSettings.ckplus(PEOPLE, 1, 8, 31);
    Shake shake =
        measure("ckplus " + face, face.equals("still") ? still(settings, .012) : settings);
    assertThat(shake.before()).isGreaterThan(1);
    assertThat(shake.after()).isLessThan(most).isLessThan(shake.frameByFrame());
  }

  @ParameterizedTest
  @CsvSource({"still, .03", "moving, .08"})
  void croppedFacesComeToRest(String face, double most) throws Exception {
    LabSettings settings = LabSettings.casme2(PEOPLE, 1, 8, 128, 32);
    Shake shake =
        measure("casme2 " + face, face.equals("still") ? still(settings, .006) : settings);
    assertThat(shake.before()).isGreaterThan(.3);
    assertThat(shake.after()).isLessThan(most).isLessThan(shake.frameByFrame());
  }

  @Test
  void aHeadAtRestIsLeftAtRest() throws Exception {
    Shake shake = measure("at rest", still(LabSettings.casme2(PEOPLE, 1, 8, 128, 33), 0));
    assertThat(shake.before()).isZero();
    assertThat(shake.after()).isLessThan(.02);
  }

  private static LabSettings still(LabSettings settings, double headMotion) {
    return settings.withDifficulty(STILL, headMotion, 0, settings.noise());
  }

  private Shake measure(String name, LabSettings settings) throws Exception {
    List<Shake> all = new ArrayList<>();
    for (KnownClip known : KnownClip.draw(settings, folder)) {
      all.add(shake(known));
    }
    Shake mean =
        new Shake(
            all.stream().mapToDouble(Shake::before).average().orElseThrow(),
            all.stream().mapToDouble(Shake::frameByFrame).average().orElseThrow(),
            all.stream().mapToDouble(Shake::after).average().orElseThrow());
    System.getLogger("preprocess")
        .log(System.Logger.Level.INFO, "shake, {0}, {1} clips: {2}", name, all.size(), mean);
    return mean;
  }

  private static Shake shake(KnownClip known) throws Exception {
    PreprocessSettings settings = Pictures.aligned(Pictures.linear(2), Align.EYES);
    AlignedFrames aligned = AlignedFrames.of(known.clip(), settings);
    FacePlacement placement = aligned.placement().orElseThrow();
    List<List<Point2D>> alone = new ArrayList<>();
    List<List<Point2D>> after = new ArrayList<>();
    try (FaceFinder finder = FaceFinder.of(null)) {
      new FrameDecoder(known.clip().id())
          .decode(
              known.clip().frames(),
              new TreeSet<>(IntStream.range(0, known.places().size()).boxed().toList()),
              (position, picture) -> {
                List<Point2D> places = known.places().get(position);
                after.add(moved(places, aligned.toPicture(picture, placement).inverse()));
                finder
                    .largest(picture)
                    .flatMap(face -> FacePlacement.eyes(List.of(face)))
                    .ifPresent(own -> alone.add(moved(places, onSide(own, placement.side()))));
              });
    }
    return new Shake(shake(known.places()), shake(alone), shake(after));
  }

  /** Places faces in a square of this side, whatever side the placement has. */
  private static Similarity onSide(FacePlacement own, int side) {
    double factor = (double) side / own.side();
    double half = (factor - 1) / 2;
    return own.toPicture().inverse().then(new Similarity(factor, 0, half, half));
  }

  private static List<Point2D> moved(List<Point2D> places, Similarity by) {
    return places.stream()
        .map(
            p ->
                (Point2D)
                    new Point2D.Double(by.xOf(p.getX(), p.getY()), by.yOf(p.getX(), p.getY())))
        .toList();
  }

  private static double shake(List<List<Point2D>> frames) {
    double squares = 0;
    int places = frames.get(0).size();
    for (int i = 0; i < places; i++) {
      int place = i;
      double x = frames.stream().mapToDouble(f -> f.get(place).getX()).average().orElseThrow();
      double y = frames.stream().mapToDouble(f -> f.get(place).getY()).average().orElseThrow();
      for (List<Point2D> frame : frames) {
        squares += frame.get(place).distanceSq(x, y);
      }
    }
    return Math.sqrt(squares / places / frames.size());
  }
}
