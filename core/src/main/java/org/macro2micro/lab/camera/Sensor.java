package org.macro2micro.lab.camera;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Turns a large painting into a small photograph: averages areas, applies light, lens blur and
 * noise, and only then rounds to 8 bits. Noise before rounding keeps movements visible that are
 * smaller than a grey level.
 */
final class Sensor {
  private static final float[] GREY = {.299f, .587f, .114f};

  private final int width;
  private final int height;
  private final int finer;

  /** Brightness at each pixel. */
  private final float[] gains;

  private final float[] kernel;
  private final double noise;
  private final boolean grey;

  /**
   * A sensor.
   *
   * @param finer how many canvas pixels make the width of one sensor pixel
   * @param blur standard deviation of the lens blur in sensor pixels
   * @param noise standard deviation of the noise in grey levels
   */
  Sensor(int width, int height, int finer, Light light, double blur, double noise, boolean grey) {
    this.width = width;
    this.height = height;
    this.finer = finer;
    this.gains = gains(light);
    this.kernel = gaussian(blur);
    this.noise = noise;
    this.grey = grey;
  }

  /**
   * The photograph.
   *
   * @param canvas packed RGB, (width * finer) x (height * finer) pixels
   */
  BufferedImage expose(int[] canvas, RandomGenerator random) {
    float[][] planes = averaged(canvas);
    BufferedImage photo =
        new BufferedImage(
            width, height, grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
    byte[] bytes = ((DataBufferByte) photo.getRaster().getDataBuffer()).getData();
    int channels = planes.length;
    for (int c = 0; c < channels; c++) {
      float[] plane = blurred(planes[c]);
      for (int i = 0; i < plane.length; i++) {
        double value = plane[i] + (noise > 0 ? random.nextGaussian() * noise : 0);
        bytes[i * channels + channels - 1 - c] =
            (byte) Math.max(0, Math.min(255, Math.round(value)));
      }
    }
    return photo;
  }

  private float[] gains(Light light) {
    float[] gains = new float[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        gains[y * width + x] = light.at(2.0 * x / width - 1, 2.0 * y / height - 1);
      }
    }
    return gains;
  }

  private float[][] averaged(int[] canvas) {
    float[][] planes = new float[grey ? 1 : 3][width * height];
    float share = 1f / (finer * finer);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int dy = 0; dy < finer; dy++) {
          int row = ((y * finer + dy) * width + x) * finer;
          for (int dx = 0; dx < finer; dx++) {
            int rgb = canvas[row + dx];
            red += rgb >> 16 & 255;
            green += rgb >> 8 & 255;
            blue += rgb & 255;
          }
        }
        int i = y * width + x;
        float gain = share * gains[i];
        if (grey) {
          planes[0][i] = gain * (GREY[0] * red + GREY[1] * green + GREY[2] * blue);
        } else {
          planes[0][i] = gain * red;
          planes[1][i] = gain * green;
          planes[2][i] = gain * blue;
        }
      }
    }
    return planes;
  }

  private float[] blurred(float[] plane) {
    if (kernel.length == 1) {
      return plane;
    }
    float[] rows = new float[plane.length];
    float[] both = new float[plane.length];
    int reach = kernel.length / 2;
    // A row with its ends repeated, so that what is summed needs no bounds.
    float[] padded = new float[width + 2 * reach];
    for (int y = 0; y < height; y++) {
      System.arraycopy(plane, y * width, padded, reach, width);
      Arrays.fill(padded, 0, reach, plane[y * width]);
      Arrays.fill(padded, reach + width, padded.length, plane[(y + 1) * width - 1]);
      for (int k = 0; k < kernel.length; k++) {
        for (int x = 0; x < width; x++) {
          rows[y * width + x] += kernel[k] * padded[x + k];
        }
      }
    }
    for (int y = 0; y < height; y++) {
      for (int k = -reach; k <= reach; k++) {
        int from = Math.max(0, Math.min(height - 1, y + k)) * width;
        for (int x = 0; x < width; x++) {
          both[y * width + x] += kernel[k + reach] * rows[from + x];
        }
      }
    }
    return both;
  }

  private static float[] gaussian(double sigma) {
    if (sigma == 0) {
      return new float[] {1};
    }
    int reach = (int) Math.ceil(2.5 * sigma);
    float[] kernel = new float[2 * reach + 1];
    float sum = 0;
    for (int k = -reach; k <= reach; k++) {
      kernel[k + reach] = (float) StrictMath.exp(-k * k / (2 * sigma * sigma));
      sum += kernel[k + reach];
    }
    for (int k = 0; k < kernel.length; k++) {
      kernel[k] /= sum;
    }
    return kernel;
  }
}
