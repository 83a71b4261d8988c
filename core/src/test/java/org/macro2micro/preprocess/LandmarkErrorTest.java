package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Frames;
import org.macro2micro.lab.camera.FrameFile;
import org.macro2micro.lab.camera.FrameRenderer;
import org.macro2micro.lab.face.KnownFace;
import org.macro2micro.lab.plan.CastClip;
import org.macro2micro.lab.plan.ClipPlan;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.lab.plan.Roster;

/**
 * How far the places of brows and mouth are from where the lab drew them, in per cent of the width
 * of an average face, found by the face mesh and as an average face has them; in brackets without
 * what is the same in all pictures. docs/results/preprocessing.md has the figures with more people:
 * -Dpreprocessing.people=12.
 */
class LandmarkErrorTest {
  private static final int PEOPLE = Integer.getInteger("preprocessing.people", 2);

  private static final int[] BROW_ENDS = {0, 4, 5, 9};
  private static final int[] MOUTH_CORNERS = {10, 16};

  @TempDir Path folder;

  /**
   * By how much places were missed, to the right and down, in per cent of a face's width.
   *
   * @param byPlace for each place one offset a picture
   */
  private record Errors(SortedMap<Integer, List<Point2D>> byPlace) {
    Errors() {
      this(new TreeMap<>());
    }

    void add(int place, double right, double down) {
      byPlace.computeIfAbsent(place, p -> new ArrayList<>()).add(new Point2D.Double(right, down));
    }

    /** The mean distance. */
    double distance(boolean brows) {
      return distance(places(brows));
    }

    /** The mean distance of these places. */
    double distance(int... places) {
      return distance(
          IntStream.of(places)
              .mapToObj(place -> Objects.requireNonNull(byPlace.get(place)))
              .toList());
    }

    private static double distance(List<List<Point2D>> offsets) {
      return offsets.stream()
          .flatMap(List::stream)
          .mapToDouble(offset -> offset.distance(0, 0))
          .average()
          .orElseThrow();
    }

    /**
     * What is left, root mean square, if each place may have an offset that is the same in all
     * pictures: what two schemes call the same place is not quite the same.
     */
    double spread(boolean brows) {
      double squares = 0;
      int count = 0;
      for (List<Point2D> offsets : places(brows)) {
        double x = offsets.stream().mapToDouble(Point2D::getX).average().orElseThrow();
        double y = offsets.stream().mapToDouble(Point2D::getY).average().orElseThrow();
        for (Point2D offset : offsets) {
          squares += offset.distanceSq(x, y);
          count++;
        }
      }
      return Math.sqrt(squares / count);
    }

    private List<List<Point2D>> places(boolean brows) {
      return List.copyOf(
          (brows ? byPlace.headMap(BrowsAndMouth.BROWS) : byPlace.tailMap(BrowsAndMouth.BROWS))
              .values());
    }

    @Override
    public String toString() {
      return "brows %.2f (%.2f), mouth %.2f (%.2f)"
          .formatted(distance(true), spread(true), distance(false), spread(false));
    }
  }

  @ParameterizedTest
  @CsvSource({"casme2, .006", "ckplus, .012", "ckplus, .06"})
  void theMeshFollowsEachFaceMoreClosely(String layout, double headMotion) throws Exception {
    Path file = MeshFile.given();
    LabSettings all =
        layout.equals("casme2")
            ? LabSettings.casme2(PEOPLE, 1, 8, 256, 41)
            : LabSettings.ckplus(PEOPLE, 1, 8, 42);
    LabSettings settings =
        all.withDifficulty(all.intensity(), headMotion, all.distractors(), all.noise());
    Errors measured = new Errors();
    Errors average = new Errors();
    int missed = 0;
    try (FaceMesh mesh = FaceMesh.load(file)) {
      for (CastClip cast : Roster.of(settings)) {
        missed += measure(settings, cast, mesh, measured, average);
      }
    }
    System.getLogger("preprocess")
        .log(
            System.Logger.Level.INFO,
            "landmarks, {0}, head motion {1}, {2} people: mesh {3}; average face {4}; {5} not found",
            layout,
            headMotion,
            PEOPLE,
            measured,
            average,
            missed);
    assertThat(missed).isZero();
    assertThat(measured.distance(true)).isLessThan(6);
    assertThat(measured.distance(false)).isLessThan(3);
    assertThat(measured.distance(BROW_ENDS)).isLessThan(6);
    assertThat(measured.distance(MOUTH_CORNERS)).isLessThan(3);
    assertThat(measured.spread(true)).isLessThan(2.5).isLessThan(average.spread(true));
    assertThat(measured.spread(false)).isLessThan(2).isLessThan(average.spread(false));
  }

  private int measure(
      LabSettings settings, CastClip cast, FaceMesh mesh, Errors measured, Errors average)
      throws IOException, PreparationException {
    ClipPlan plan = ClipPlan.of(settings, cast);
    Path own = Files.createDirectories(folder.resolve(cast.subject()));
    FrameRenderer renderer = FrameRenderer.of(settings, cast);
    var noise = settings.clipSeed(cast).child("noise").random();
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < plan.frames(); i++) {
      files.add(own.resolve(i + ".png"));
      FrameFile.writePng(renderer.render(plan.at(i), noise), files.get(i));
    }
    Clip clip =
        new Clip(
            ClipId.of("lab", cast.subject(), cast.name()),
            new Frames(Frames.Content.FACE, files),
            0,
            OptionalInt.of(plan.apex()),
            plan.frames() - 1);
    AlignedFrames aligned =
        AlignedFrames.of(clip, Pictures.aligned(Pictures.linear(2), Align.EYES));
    FacePlacement placement = aligned.placement().orElseThrow();
    int[] missed = {0};
    new FrameDecoder(clip.id())
        .decode(
            clip.frames(),
            new TreeSet<>(List.of(0, plan.apex())),
            (position, picture) -> {
              Similarity toPicture = aligned.toPicture(picture, placement);
              Map<Integer, Point2D> known = known(settings, cast, plan.at(position));
              double face =
                  FrameRenderer.view(settings).getScaleX() * plan.at(position).pose().scale();
              try (var square = toPicture.taken(picture, placement.side())) {
                List<Landmarks.Point> found =
                    mesh.points(square).map(BrowsAndMouth::of).orElse(null);
                if (found == null) {
                  missed[0]++;
                } else {
                  add(measured, found, known, toPicture, face);
                }
              }
              add(average, BrowsAndMouth.inAverageFace(placement.side()), known, toPicture, face);
            });
    return missed[0];
  }

  private static void add(
      Errors errors,
      List<Landmarks.Point> found,
      Map<Integer, Point2D> known,
      Similarity toPicture,
      double faceWidth) {
    known.forEach(
        (place, truth) -> {
          Landmarks.Point p = found.get(place);
          double x = toPicture.xOf(p.x(), p.y());
          double y = toPicture.yOf(p.x(), p.y());
          errors.add(
              place, 100 * (x - truth.getX()) / faceWidth, 100 * (y - truth.getY()) / faceWidth);
        });
  }

  /** The places in the picture; the middle of its first pixel is (0, 0). */
  private static Map<Integer, Point2D> known(
      LabSettings settings, CastClip cast, ClipPlan.Moment moment) {
    AffineTransform view = FrameRenderer.view(settings);
    view.concatenate(moment.pose().transform());
    Map<Integer, Point2D> known =
        KnownFace.places(
            FrameRenderer.person(settings, cast.subject()), moment.units(), moment.blink());
    known.replaceAll(
        (place, at) -> {
          Point2D pixel = view.transform(at, null);
          return new Point2D.Double(pixel.getX() - .5, pixel.getY() - .5);
        });
    return known;
  }
}
