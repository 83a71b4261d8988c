package org.macro2micro.preprocess;

import java.io.IOException;
import java.util.Optional;

/** Gives pictures as they are taken. */
@FunctionalInterface
public interface Camera {
  /**
   * Waits for the next picture, which is later than the one before and of the same size; empty when
   * the camera is off.
   *
   * @throws IOException if no more can be had, though the camera should be on
   */
  Optional<CameraPicture> next() throws IOException;
}
