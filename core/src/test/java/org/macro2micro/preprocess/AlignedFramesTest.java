package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.hconcat;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imwrite;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.awt.geom.Point2D;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.Frames;
import org.macro2micro.lab.KnownClip;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.preprocess.PreprocessSettings.MissingApex;

class AlignedFramesTest {
  @TempDir static Path drawn;
  private static KnownClip person;

  @TempDir Path folder;

  @BeforeAll
  static void drawAPerson() throws Exception {
    person = KnownClip.draw(LabSettings.ckplus(1, 2, 3, 5), drawn).get(0);
  }

  @ParameterizedTest
  @CsvSource({"BOX, .08", "EYES, .04"})
  void theEyesComeToTheirPlaces(Align align, double within) throws Exception {
    FacePlacement placement = placement(person.clip(), align);
    List<Point2D> places = person.places().get(0);
    double x = (places.get(0).getX() + places.get(1).getX()) / 2;
    double y = (places.get(0).getY() + places.get(1).getY()) / 2;
    Similarity toSquare = placement.toPicture().inverse();
    assertThat(toSquare.xOf(x, y) / placement.side()).isCloseTo(.5, within(within));
    assertThat(toSquare.yOf(x, y) / placement.side()).isCloseTo(.36, within(within));
    assertThat(placement.toPicture().scale()).isCloseTo(1, within(.01));
  }

  @Test
  void ofSeveralFacesTheLargestCounts() throws Exception {
    Path both = folder.resolve("both.png");
    try (Mat large = imread(person.clip().frames().files().get(0).toString());
        Mat wall = new Mat(large.rows(), large.cols(), large.type(), new Scalar(90, 90, 90, 0));
        Rect corner = new Rect(0, 0, large.cols() / 2, large.rows() / 2);
        Mat part = new Mat(wall, corner);
        Mat whole = new Mat()) {
      resize(large, part, part.size());
      hconcat(wall, large, whole);
      imwrite(both.toString(), whole);
      FacePlacement alone = placement(person.clip(), Align.BOX);
      FacePlacement among = placement(still(both), Align.BOX);
      double middle = alone.side() / 2.0;
      assertThat(among.toPicture().xOf(middle, middle))
          .isCloseTo(large.cols() + alone.toPicture().xOf(middle, middle), within(20.0));
      assertThat(among.side()).isGreaterThan(alone.side() * 3 / 4);
    }
  }

  @Test
  void aFrameWithoutAFaceDoesNotCount() throws Exception {
    List<Path> files = new ArrayList<>(person.clip().frames().files());
    files.add(0, Pictures.write(folder.resolve("wall.png"), 640, 490, Pictures.grey(90)));
    Clip clip = clip(files);
    FacePlacement with = placement(clip, Align.BOX);
    FacePlacement without = placement(person.clip(), Align.BOX);
    assertThat(with.side()).isCloseTo(without.side(), within(12));
  }

  @Test
  void aGreyFaceIsFoundTheSame() throws Exception {
    Path file = folder.resolve("grey.png");
    try (Mat colour = imread(person.clip().frames().files().get(0).toString());
        Mat grey = new Mat()) {
      cvtColor(colour, grey, COLOR_BGR2GRAY);
      imwrite(file.toString(), grey);
    }
    assertThat(placement(still(file), Align.EYES))
        .isEqualTo(placement(still(person.clip().frames().files().get(0)), Align.EYES));
  }

  @ParameterizedTest
  @CsvSource({"BOX, 64, 64", "EYES, 64, 64", "EYES, 2, 2", "BOX, 2, 900", "EYES, 17, 16"})
  void noFaceIsToldWithItsCureAndLeavesTheClipOut(Align align, int width, int height)
      throws Exception {
    Path wall = Pictures.write(folder.resolve("wall.png"), width, height, Pictures.texture(0, 0));
    PreprocessSettings settings = Pictures.aligned(Pictures.linear(2), align);
    Clip clip = still(wall);
    assertThatThrownBy(() -> new ClipPreparation(settings).prepare(clip))
        .isInstanceOf(PreparationException.class)
        .hasMessageContainingAll(
            Pictures.ID.toString(), "no face was found in frames [0]", "preprocess.align=none");
    PreparedClips prepared =
        PreparedClips.prepare(List.of(clip), settings, folder.resolve("c"), 1, (done, all) -> {});
    assertThat(prepared.ids()).isEmpty();
    assertThat(prepared.unusable()).containsOnlyKeys(Pictures.ID);
  }

  @Test
  void aFrameOfOnePixelIsRefusedBeforeItIsSearched() throws Exception {
    Path dot = Pictures.write(folder.resolve("dot.png"), 1, 1, Pictures.grey(9));
    PreprocessSettings settings = Pictures.aligned(Pictures.linear(2), Align.EYES);
    assertThatThrownBy(() -> new ClipPreparation(settings).prepare(still(dot)))
        .isInstanceOf(PreparationException.class)
        .hasMessageContainingAll(dot.toString(), "1x1 pixels");
  }

  @Test
  void filesThatAreSearchedBelongToTheKey() throws Exception {
    PreprocessSettings settings = Pictures.aligned(Pictures.linear(1), Align.EYES);
    List<Path> files = Pictures.greys(folder, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    ClipPreparation preparation = new ClipPreparation(settings);
    Clip clip = Pictures.clip(files, 1);
    assertThat(preparation.used(clip))
        .containsExactly(
            files.get(0), files.get(1), files.get(2), files.get(4), files.get(6), files.get(8));
    String key = preparation.key(clip);
    Files.copy(files.get(0), files.get(6), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(preparation.key(clip)).isNotEqualTo(key);
  }

  @ParameterizedTest
  @EnumSource(names = {"FRAME", "ONSET_DIFFERENCE", "FLOW"})
  void everyInputTakesAlignedFaces(Input input) throws Exception {
    PreprocessSettings settings =
        Pictures.with(
            Pictures.settings(input, 2, Interpolation.TIM), Align.EYES, null, MissingApex.SPOT, 2);
    PreparedClip prepared = new ClipPreparation(settings).prepare(person.clip());
    assertThat(prepared.pixels()).hasSize(2 * 3 * 16 * 16).doesNotContain(Float.NaN);
  }

  @ParameterizedTest
  @CsvSource({"absent.onnx, not there", "text.onnx, not a network that OpenCV can read"})
  void aDetectorThatIsNoneStopsTheRun(String name, String problem) throws Exception {
    Files.writeString(folder.resolve("text.onnx"), "no network");
    Path file = folder.resolve(name);
    PreprocessSettings settings =
        Pictures.with(Pictures.linear(2), Align.BOX, file, MissingApex.MIDDLE, 1);
    assertThatThrownBy(
            () ->
                PreparedClips.prepare(
                    List.of(person.clip()), settings, folder.resolve("c"), 1, (done, all) -> {}))
        .isInstanceOf(java.io.IOException.class)
        .hasMessageContainingAll("preprocess.detector", file.toString(), problem);
  }

  @Test
  void yuNetsValuesAreRead() {
    // Scaled by 2 with a border of 80: box 100 wide at (180, 120), eyes at (210, 160), (250, 162).
    float[] row = {180, 120, 100, 120, 210, 160, 250, 162, 0, 0, 0, 0, 0, 0, .9f};
    Face face = YuNetFaces.face(new SearchedPicture(new Mat(), 2, 80), row, 0);
    assertThat(face.x()).isEqualTo(74.5);
    assertThat(face.y()).isEqualTo(49.5);
    assertThat(face.width()).isEqualTo(50);
    assertThat(face.height()).isEqualTo(60);
    assertThat(face.eyes()).contains(new Face.Eyes(64.5, 39.5, 84.5, 40.5));
  }

  private static FacePlacement placement(Clip clip, Align align) throws PreparationException {
    PreprocessSettings settings = Pictures.aligned(Pictures.linear(2), align);
    return AlignedFrames.of(clip, settings).placement().orElseThrow();
  }

  private static Clip still(Path file) {
    return clip(List.of(file));
  }

  private static Clip clip(List<Path> files) {
    Frames frames = new Frames(Frames.Content.FACE, files);
    return new Clip(Pictures.ID, frames, 0, OptionalInt.empty(), files.size() - 1);
  }
}
