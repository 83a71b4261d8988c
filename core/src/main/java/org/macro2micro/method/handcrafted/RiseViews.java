package org.macro2micro.method.handcrafted;

import java.util.Arrays;
import org.macro2micro.preprocess.FlowImage;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;

/**
 * What {@link FlowKernel} compares of a clip's rise, the flow from onset to apex: the image as it
 * comes, and the same with "no movement" at 0. Flow images are stretched each for itself, so that
 * the grey of no movement differs from image to image; most of a face does not move, and so the
 * median of a channel is near it.
 *
 * @param image 3*H*W pixels: horizontal and vertical flow and strain
 * @param centred the same, each channel less its median, all scaled to unit length together; zeros
 *     if nothing moves
 * @param mirrored the centred image of the mirrored face: columns reversed, horizontal flow negated
 */
@SuppressWarnings("ArrayRecordComponent") // read at once and never compared
record RiseViews(float[] image, float[] centred, float[] mirrored) {
  /**
   * @throws IllegalArgumentException if the clip is not flow
   */
  static RiseViews of(PreparedClip clip) {
    if (clip.input() != Input.FLOW) {
      throw new IllegalArgumentException(
          "method flow-kernel needs preprocess.input=flow, found %s (clip %s)"
              .formatted(clip.input().word(), clip.id()));
    }
    return of(Arrays.copyOf(clip.pixels(), clip.frameLength()), clip.width());
  }

  /**
   * @param image 3*H*W pixels
   * @param width W
   */
  static RiseViews of(float[] image, int width) {
    int plane = image.length / PreparedClip.CHANNELS;
    float[] centred = image.clone();
    for (int channel = 0; channel < PreparedClip.CHANNELS; channel++) {
      float median =
          FlowImage.median(Arrays.copyOfRange(image, channel * plane, (channel + 1) * plane));
      for (int i = channel * plane; i < (channel + 1) * plane; i++) {
        centred[i] -= median;
      }
    }
    double length = Math.sqrt(ClipVectors.product(centred, centred));
    for (int i = 0; i < centred.length && length > 0; i++) {
      centred[i] = (float) (centred[i] / length);
    }
    float[] mirrored = new float[centred.length];
    for (int i = 0; i < centred.length; i++) {
      float opposite = centred[i - i % width + width - 1 - i % width];
      mirrored[i] = i < plane ? -opposite : opposite;
    }
    return new RiseViews(image, centred, mirrored);
  }
}
