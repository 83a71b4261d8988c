package org.macro2micro.preprocess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;
import org.macro2micro.base.NativeFiles;

/** Finds faces in pictures. Not for several threads. */
interface FaceFinder extends AutoCloseable {
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

  /** The largest face of a picture of three channels (blue, green, red), or empty without one. */
  Optional<Face> largest(Mat picture);

  @Override
  void close();
}
