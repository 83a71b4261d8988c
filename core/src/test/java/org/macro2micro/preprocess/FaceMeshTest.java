package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.base.NativeFiles;
import org.macro2micro.preprocess.Landmarks.Point;

class FaceMeshTest {
  private static final Offset<Double> NEAR = within(1e-3);

  @TempDir Path folder;

  @Test
  void aFileThatIsNotTheMeshIsRefusedByName() throws IOException {
    Path none = folder.resolve("none.tflite");
    assertThatThrownBy(() -> FaceMesh.load(none))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("preprocess.landmarks: " + none + " is not there")
        .hasMessageContaining("face_landmark.tflite");
    assertThatThrownBy(() -> FaceMesh.load(folder)).hasMessageContaining("not a regular file");
    NativeFiles.place();
    Path other = Files.writeString(folder.resolve("other.tflite"), "not a network");
    assertThatThrownBy(() -> FaceMesh.load(other))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(other + " is not a face mesh that OpenCV can run");
  }

  @Test
  void theMeshHas468Points() {
    assertThat(FaceMesh.POINTS).isEqualTo(468);
  }

  /**
   * Points from (0, 0) to (100, 50), eyes level: the square has 150 pixels about (50, 25). Turned
   * by 90 degrees it is the same square about the turned middle, and its first row runs down.
   */
  @Test
  void theSquareIsHalfAsLargeAgainAndTurnsWithTheEyes() {
    Similarity level = FaceMesh.about(points(0));
    assertThat(level.scale()).isCloseTo(150 / 192., NEAR);
    assertThat(level.xOf(95.5, 95.5)).isCloseTo(50, NEAR);
    assertThat(level.yOf(95.5, 95.5)).isCloseTo(25, NEAR);
    Similarity turned = FaceMesh.about(points(Math.PI / 2));
    assertThat(turned.scale()).isCloseTo(150 / 192., NEAR);
    assertThat(turned.xOf(95.5, 95.5)).isCloseTo(-25, NEAR);
    assertThat(turned.yOf(95.5, 95.5)).isCloseTo(50, NEAR);
    assertThat(turned.yOf(96.5, 95.5) - turned.yOf(95.5, 95.5)).isCloseTo(150 / 192., NEAR);
  }

  @Test
  void aWallIsNotAFace() throws IOException {
    NativeFiles.place();
    try (FaceMesh mesh = FaceMesh.load(MeshFile.given());
        Scalar grey = new Scalar(90, 120, 150, 0);
        Mat wall = new Mat(120, 160, CV_8UC3, grey)) {
      assertThat(mesh.points(wall)).isEmpty();
    }
  }

  /** Corners of a box of 100x50 whose upper edge joins the eyes, turned about (0, 0). */
  private static List<Point> points(double turn) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < FaceMesh.POINTS; i++) {
      double x = i % 2 == 0 ? 0 : 100;
      double y = i % 3 == 0 ? 0 : 50;
      if (i == 33 || i == 263) {
        x = i == 33 ? 0 : 100;
        y = 0;
      }
      points.add(
          new Point(
              (float) (x * Math.cos(turn) - y * Math.sin(turn)),
              (float) (x * Math.sin(turn) + y * Math.cos(turn))));
    }
    return points;
  }
}
