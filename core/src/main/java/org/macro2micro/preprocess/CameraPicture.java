package org.macro2micro.preprocess;

import org.macro2micro.clip.ClipId;

/**
 * A picture of a camera.
 *
 * @param seconds when it was taken, on a clock of its camera
 * @param image the bytes of a JPEG or PNG
 */
@SuppressWarnings("ArrayRecordComponent") // read once and never compared
public record CameraPicture(double seconds, byte[] image) {
  /** The name that errors use. */
  static final ClipId NAME = ClipId.of("camera", "live", "pictures");
}
