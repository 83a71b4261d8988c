package org.macro2micro.preprocess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;
import org.macro2micro.base.NativeFiles;

/** Finds faces in pictures. Not for several threads. */
interface FaceFinder extends AutoCloseable {
  /** Share of the most votes that a face needs. */
  double LEAST_SHARE = 1.0 / 3;

  /**
   * OpenCV's cascades, or its YuNet.
   *
   * @param yuNet the network's file; null for cascades
   * @throws IOException if the file is gone or no such network
   */
  static FaceFinder of(@Nullable Path yuNet) throws IOException {
    NativeFiles.place();
    return yuNet == null ? HaarFaces.load() : YuNetFaces.load(yuNet);
  }

  /**
   * The faces of a picture of three channels (blue, green, red), the largest first. What is less
   * likely a face than another that was found is left out: see {@link #likely}.
   */
  List<Face> all(Mat picture);

  /** The largest face of {@link #all}, or empty without one. */
  default Optional<Face> largest(Mat picture) {
    return all(picture).stream().findFirst();
  }

  /**
   * A place that may show a face.
   *
   * @param votes how sure the detector is; more is surer
   */
  record Candidate(Face face, double votes) {}

  /**
   * The candidates that count, the largest first: if in some of them both eyes were found, these
   * alone; of those the ones that have at least a third of the most votes; and none whose middle
   * lies within a larger one.
   */
  static List<Face> likely(List<Candidate> candidates) {
    boolean isAnyWithEyes = candidates.stream().anyMatch(c -> c.face().eyes().isPresent());
    List<Candidate> seeing =
        candidates.stream().filter(c -> !isAnyWithEyes || c.face().eyes().isPresent()).toList();
    double most = seeing.stream().mapToDouble(Candidate::votes).max().orElse(0);
    List<Face> faces = new ArrayList<>();
    seeing.stream()
        .filter(c -> c.votes() >= most * LEAST_SHARE)
        .map(Candidate::face)
        .sorted(Comparator.comparingDouble(Face::area).reversed())
        .filter(face -> faces.stream().noneMatch(larger -> larger.surrounds(face)))
        .forEach(faces::add);
    return faces;
  }

  @Override
  void close();
}
