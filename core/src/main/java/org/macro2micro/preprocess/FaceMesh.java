package org.macro2micro.preprocess;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_dnn.blobFromImage;
import static org.bytedeco.opencv.global.opencv_dnn.readNetFromTFLite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_core.StringVector;
import org.bytedeco.opencv.opencv_dnn.Net;

/**
 * MediaPipe's face mesh (Kartynnik, Ablavatski, Grishchenko and Grundmann, 2019): a small network
 * that finds {@value #POINTS} points of one face in a square that shows little else. It is asked
 * twice: first about the whole picture, then about the square that its own points give, turned so
 * that the eyes are level, as MediaPipe does from one frame to the next. Not for several threads.
 */
final class FaceMesh implements AutoCloseable {
  /** Points of a face. */
  static final int POINTS = 468;

  /** Height and width in pixels of what the network sees. */
  private static final int SIDE = 192;

  /** The least probability that it saw a face. */
  private static final double LEAST_SCORE = .5;

  /** Side of the square about the points, in longer sides of their box; MediaPipe's factor. */
  private static final double ROOM = 1.5;

  /** Numbers of a point: x, y and depth. */
  private static final int VALUES = 3;

  /** The outer corner of the eye on the left of the picture. */
  private static final int EYE_LEFT = 33;

  /** The outer corner of the eye on the right of the picture. */
  private static final int EYE_RIGHT = 263;

  private final Net network;
  private final StringVector outputs;

  private FaceMesh(Net network) {
    this.network = network;
    outputs = network.getUnconnectedOutLayersNames();
  }

  /**
   * Loads the network.
   *
   * @throws IOException if the file is not there, or is not such a network
   */
  static FaceMesh load(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          "preprocess.landmarks: %s is %s; expected MediaPipe's face mesh as a TFLite file (face_landmark.tflite; docs/guide.md says how to get it), or leave it out for the places of an average face"
              .formatted(file, Files.exists(file) ? "not a regular file" : "not there"));
    }
    Loader.load(opencv_dnn.class);
    try {
      FaceMesh mesh = new FaceMesh(readNetFromTFLite(file.toString()));
      // A network of another kind is noticed when it is first asked.
      try (Scalar grey = new Scalar(128, 128, 128, 0);
          Mat blank = new Mat(SIDE, SIDE, CV_8UC3, grey)) {
        mesh.look(blank);
      }
      return mesh;
    } catch (RuntimeException e) {
      // What OpenCV throws reaches Java as nothing more precise.
      throw new IOException(
          "preprocess.landmarks: %s is not a face mesh that OpenCV can run; expected MediaPipe's face_landmark.tflite with %d points (docs/guide.md says how to get it, with its checksum): copy it again"
              .formatted(file, POINTS),
          e);
    }
  }

  /**
   * Finds the points of a face.
   *
   * @param picture of three channels (blue, green, red) that a face fills
   * @return {@value #POINTS} points in pixels of the picture, in MediaPipe's order; empty if the
   *     network sees no face
   */
  Optional<List<Landmarks.Point>> points(Mat picture) {
    double side = Math.max(picture.cols(), picture.rows());
    double scale = side / SIDE;
    Similarity whole =
        new Similarity(
            scale,
            0,
            (picture.cols() - side) / 2 + (scale - 1) / 2,
            (picture.rows() - side) / 2 + (scale - 1) / 2);
    return points(picture, whole).flatMap(first -> points(picture, about(first)));
  }

  /** Asks about one square, given by the transform from its pixels to those of the picture. */
  private Optional<List<Landmarks.Point>> points(Mat picture, Similarity toPicture) {
    float[] found;
    try (Mat square = toPicture.taken(picture, SIDE)) {
      found = look(square);
    }
    // What follows the points is the score before its logistic function.
    if (1 / (1 + Math.exp(-found[POINTS * VALUES])) < LEAST_SCORE) {
      return Optional.empty();
    }
    List<Landmarks.Point> points = new ArrayList<>();
    for (int i = 0; i < POINTS * VALUES; i += VALUES) {
      // The network counts from the edge of the first pixel.
      double x = found[i] - .5;
      double y = found[i + 1] - .5;
      points.add(new Landmarks.Point((float) toPicture.xOf(x, y), (float) toPicture.yOf(x, y)));
    }
    return Optional.of(points);
  }

  /** The square about points, turned so that the eyes are level. */
  static Similarity about(List<Landmarks.Point> points) {
    Landmarks.Point left = points.get(EYE_LEFT);
    Landmarks.Point right = points.get(EYE_RIGHT);
    double turn = Math.atan2(right.y() - left.y(), right.x() - left.x());
    Similarity level = new Similarity(Math.cos(turn), -Math.sin(turn), 0, 0);
    double leftmost = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double rightmost = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (Landmarks.Point point : points) {
      double x = level.xOf(point.x(), point.y());
      double y = level.yOf(point.x(), point.y());
      leftmost = Math.min(leftmost, x);
      rightmost = Math.max(rightmost, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    double side = Math.max(1, ROOM * Math.max(rightmost - leftmost, bottom - top));
    double scale = side / SIDE;
    double middle = (SIDE - 1) / 2.0;
    return new Similarity(
            scale,
            0,
            (leftmost + rightmost) / 2 - scale * middle,
            (top + bottom) / 2 - scale * middle)
        .then(level.inverse());
  }

  /** Returns the coordinates of all points in a square and, last, the score. */
  private float[] look(Mat square) {
    float[] found = new float[POINTS * VALUES + 1];
    boolean[] seen = new boolean[2];
    try (Size size = new Size(SIDE, SIDE);
        Scalar none = new Scalar();
        Mat input = blobFromImage(square, 1 / 255., size, none, true, false, CV_32F);
        MatVector all = new MatVector()) {
      network.setInput(input);
      network.forward(all, outputs);
      for (Mat output : all.get()) {
        int count = (int) output.total();
        try (FloatPointer data = new FloatPointer(output.data())) {
          if (count == POINTS * VALUES) {
            data.get(found, 0, count);
            seen[0] = true;
          } else if (count == 1) {
            data.get(found, POINTS * VALUES, 1);
            seen[1] = true;
          }
        }
      }
    }
    if (!seen[0] || !seen[1]) {
      throw new IllegalStateException("the network gives no points, or no score");
    }
    return found;
  }

  @Override
  public void close() {
    outputs.close();
    network.close();
  }
}
