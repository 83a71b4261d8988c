package org.macro2micro.preprocess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_objdetect;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.FaceDetectorYN;
import org.macro2micro.video.OpenCvStart;

/**
 * OpenCV's YuNet (Wu, Peng and Yu, 2023): a small network that gives boxes, eyes, nose and mouth.
 *
 * @param network with its weights
 */
record YuNetFaces(FaceDetectorYN network) implements FaceFinder {
  private static final float LEAST_SCORE = .6f;
  private static final float OVERLAP = .3f;
  private static final int MOST_FACES = 500;

  /** Values of a face: box, right eye, left eye, nose, both corners of the mouth, score. */
  private static final int VALUES = 15;

  static YuNetFaces load(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          "preprocess.detector: %s is %s; expected YuNet as an ONNX file (face_detection_yunet of OpenCV's model zoo), or leave it out for OpenCV's cascades"
              .formatted(file, Files.exists(file) ? "not a regular file" : "not there"));
    }
    OpenCvStart.withoutWindows();
    Loader.load(opencv_objdetect.class);
    try (Size any = new Size(320, 320)) {
      FaceDetectorYN network =
          FaceDetectorYN.create(file.toString(), "", any, LEAST_SCORE, OVERLAP, MOST_FACES, 0, 0);
      return new YuNetFaces(network);
    } catch (RuntimeException e) {
      // What OpenCV throws reaches Java as nothing more precise.
      throw new IOException(
          "preprocess.detector: %s is not a network that OpenCV can read; expected YuNet as an ONNX file (face_detection_yunet of OpenCV's model zoo): copy it again"
              .formatted(file),
          e);
    }
  }

  @Override
  public List<Face> all(Mat picture) {
    if (!SearchedPicture.isSearchable(picture)) {
      return List.of();
    }
    List<Candidate> candidates = new ArrayList<>();
    try (SearchedPicture searched = SearchedPicture.of(picture);
        Size size = searched.mat().size();
        Mat found = new Mat()) {
      network.setInputSize(size);
      network.detect(searched.mat(), found);
      float[] values = new float[found.empty() ? 0 : found.rows() * VALUES];
      if (values.length > 0) {
        try (FloatPointer data = new FloatPointer(found.data())) {
          data.get(values);
        }
      }
      for (int i = 0; i < values.length; i += VALUES) {
        candidates.add(new Candidate(face(searched, values, i), values[i + VALUES - 1]));
      }
    }
    return FaceFinder.likely(candidates);
  }

  /** The face whose values begin at {@code i}. The person's right eye is on the picture's left. */
  static Face face(SearchedPicture searched, float[] values, int i) {
    double width = values[i + 2] / searched.scale();
    Face.Eyes eyes =
        new Face.Eyes(
            searched.original(values[i + 4]),
            searched.original(values[i + 5]),
            searched.original(values[i + 6]),
            searched.original(values[i + 7]));
    return new Face(
        searched.original(values[i] + values[i + 2] / 2),
        searched.original(values[i + 1] + values[i + 3] / 2),
        width,
        values[i + 3] / searched.scale(),
        Optional.of(eyes).filter(e -> e.areLikely(width)));
  }

  @Override
  public void close() {
    network.close();
  }
}
