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

  private static final float RED = .299f;
  private static final float GREEN = .587f;
  private static final float BLUE = .114f;

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

  /** Values in one frame: 3*H*W. */
  public int frameLength() {
    return CHANNELS * height * width;
  }

  /**
   * The grey values of a frame: the channel where the three are equal, else the luma of ITU-R
   * BT.601.
   *
   * @param frame position among the T frames
   * @return H*W values, row by row
   */
  public float[] grey(int frame) {
    int plane = height * width;
    int red = frame * frameLength();
    float[] grey = new float[plane];
    for (int i = 0; i < plane; i++) {
      float r = pixels[red + i];
      float g = pixels[red + plane + i];
      float b = pixels[red + 2 * plane + i];
      grey[i] = r == g && g == b ? r : RED * r + GREEN * g + BLUE * b;
    }
    return grey;
  }
}
