package org.macro2micro.preprocess;

import java.util.Optional;
import org.macro2micro.clip.ClipId;

/**
 * A clip in the form that networks and descriptors take: T frames of 3 channels, all of one size.
 *
 * @param id the clip
 * @param input what the pixels show
 * @param frames T, at least 1
 * @param height H in pixels
 * @param width W in pixels
 * @param apex position of the apex among the T frames, 0 &lt;= apex &lt; T
 * @param pixels T*3*H*W values, frame by frame, channel by channel, row by row; the range is the
 *     input's. They are not copied, so a user of the clip must not write to them
 * @param landmarks points of the face in each of the T frames, empty where none were sought
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity of pixels on purpose: too large
public record PreparedClip(
    ClipId id,
    Input input,
    int frames,
    int height,
    int width,
    int apex,
    float[] pixels,
    Optional<Landmarks> landmarks) {
  /** Colour channels of every frame. */
  public static final int CHANNELS = 3;

  public PreparedClip {
    if (frames < 1 || height < 1 || width < 1 || apex < 0 || apex >= frames) {
      throw new IllegalArgumentException(
          "prepared clip %s: %d frames of %dx%d, apex %d; expected at least one frame and pixel and 0 <= apex < frames"
              .formatted(id, frames, width, height, apex));
    }
    long expected = (long) frames * CHANNELS * height * width;
    if (pixels.length != expected) {
      throw new IllegalArgumentException(
          "prepared clip %s: %d values, expected %d".formatted(id, pixels.length, expected));
    }
    if (landmarks.isPresent() && landmarks.get().frames().size() != frames) {
      throw new IllegalArgumentException(
          "prepared clip %s: landmarks of %d frames, expected %d"
              .formatted(id, landmarks.get().frames().size(), frames));
    }
  }

  /** A clip without landmarks. */
  public PreparedClip(
      ClipId id, Input input, int frames, int height, int width, int apex, float[] pixels) {
    this(id, input, frames, height, width, apex, pixels, Optional.empty());
  }

  /** The same clip with other pixels and landmarks. */
  PreparedClip with(float[] changed, Optional<Landmarks> marks) {
    return new PreparedClip(id, input, frames, height, width, apex, changed, marks);
  }

  /**
   * The luma of a frame, H*W values, as OpenCV makes it of red, green and blue.
   *
   * @param frame 0 &lt;= frame &lt; T
   */
  public float[] luma(int frame) {
    int plane = height * width;
    int start = frame * frameLength();
    float[] luma = new float[plane];
    for (int i = 0; i < plane; i++) {
      int red = start + i;
      luma[i] = .299f * pixels[red] + .587f * pixels[red + plane] + .114f * pixels[red + 2 * plane];
    }
    return luma;
  }

  /** Values in one frame: 3*H*W. */
  public int frameLength() {
    return CHANNELS * height * width;
  }
}
