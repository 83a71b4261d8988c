package org.macro2micro.spot;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.macro2micro.preprocess.FollowedFaces;

/**
 * Measures how much of a face comes and goes: each frame is compared with one before and one after,
 * a lag away, as in Moilanen et al. (ICPR 2014) and Li et al. (IEEE TAC 2018). Theirs is the
 * difference of a frame's features to the mean of the other two, block by block, the largest third
 * of the blocks counting, less the same value a lag before and after.
 *
 * <p>Departures: the features are grey levels. Of the changes a and b of a pixel to the two other
 * frames, the smaller one counts, for if both have one sign the pixel came and went, and against if
 * it only came or only went (sign(ab) min(|a|, |b|), which is half of |a + b| - |a - b|). What
 * stays, as the onset of a long expression, so cancels within a block, which theirs leaves to the
 * contrast in time. Blocks of the eyes do not count; a share of them is taken off, since blinks
 * move the skin around. The same at twice the lag tells brief movements from longer ones.
 *
 * <p>Holds four lags of frames of 16 KiB, whatever the length of the video.
 */
final class ContrastCurve implements MotionCurve {
  private static final int SIZE = FollowedFaces.SIZE;
  private static final int BLOCK = 4;
  private static final int BLOCKS = SIZE / BLOCK;

  /** Blocks outside of the eyes that count: the largest. */
  private static final int COUNTED = 12;

  private static final int COUNTED_EYES = 8;

  /** Frames are averaged over this many seconds, since cameras of high rates are noisy. */
  private static final double SMOOTHED = .03;

  private final int lag;
  private final int half;
  private final double eyes;
  private final Deque<float[]> recent = new ArrayDeque<>();
  private final float[][] ring;
  private long pushed;
  private final FrameValues brief = new FrameValues();
  private final FrameValues slow = new FrameValues();

  ContrastCurve(SpotSettings settings, double framesPerSecond) {
    lag = Math.max(1, (int) Math.round(settings.lag() * framesPerSecond));
    half = (int) (SMOOTHED * framesPerSecond / 2);
    eyes = settings.eyes();
    ring = new float[4 * lag + 1][];
  }

  @Override
  public void add(FollowedFaces.Look look) {
    brief.add();
    slow.add();
    if (!look.isVisible() || look.begins()) {
      recent.clear();
      pushed = 0;
    }
    if (!look.isVisible()) {
      return;
    }
    recent.addLast(look.pixels());
    if (recent.size() <= 2 * half) {
      return;
    }
    ring[(int) (pushed++ % ring.length)] = mean();
    recent.removeFirst();
    int now = brief.size() - 1 - half;
    if (pushed > 2L * lag) {
      brief.set(now - lag, contrast(at(2 * lag), at(lag), at(0)));
    }
    if (pushed > 4L * lag) {
      slow.set(now - 2 * lag, contrast(at(4 * lag), at(2 * lag), at(0)));
    }
  }

  private float[] at(int before) {
    return ring[(int) ((pushed - 1 - before) % ring.length)];
  }

  private float[] mean() {
    if (half == 0) {
      return recent.getFirst();
    }
    float[] mean = new float[SIZE * SIZE];
    for (float[] frame : recent) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += frame[i] / recent.size();
      }
    }
    return mean;
  }

  /** What comes and goes, in grey levels; about a third of one where only noise does. */
  private double contrast(float[] before, float[] now, float[] after) {
    double[] inEyes = new double[BLOCKS * BLOCKS];
    double[] elsewhere = new double[BLOCKS * BLOCKS];
    int eyeCount = 0;
    int count = 0;
    for (int row = 0; row < BLOCKS; row++) {
      for (int column = 0; column < BLOCKS; column++) {
        double u = (column + .5) / BLOCKS;
        double v = (row + .5) / BLOCKS;
        if (isEye(u, v)) {
          inEyes[eyeCount++] = block(row, column, before, now, after);
        } else if (isFace(u, v)) {
          elsewhere[count++] = block(row, column, before, now, after);
        }
      }
    }
    double most = meanOfLargest(elsewhere, count, COUNTED);
    return Math.max(0, most - eyes * Math.max(0, meanOfLargest(inEyes, eyeCount, COUNTED_EYES)));
  }

  /** A little wider than the skull, without hair and background. */
  private static boolean isFace(double u, double v) {
    double x = (u - .5) / .40;
    double y = (v - .52) / .46;
    return x * x + y * y < 1;
  }

  /** Where lids move: {@link FollowedFaces.Look} has the eyes at 36% of the height. */
  private static boolean isEye(double u, double v) {
    return u > .18 && u < .82 && v > .30 && v < .43;
  }

  private static double block(int row, int column, float[] before, float[] now, float[] after) {
    double sum = 0;
    for (int y = row * BLOCK; y < (row + 1) * BLOCK; y++) {
      for (int x = column * BLOCK; x < (column + 1) * BLOCK; x++) {
        int i = y * SIZE + x;
        double a = now[i] - before[i];
        double b = now[i] - after[i];
        double smaller = Math.min(Math.abs(a), Math.abs(b));
        sum += a * b > 0 ? smaller : -smaller;
      }
    }
    return sum / (BLOCK * BLOCK);
  }

  private static double meanOfLargest(double[] values, int count, int largest) {
    Arrays.sort(values, 0, count);
    double sum = 0;
    for (int i = count - largest; i < count; i++) {
      sum += values[i];
    }
    return sum / largest;
  }

  /**
   * Returns the contrast at the lag, one value for each frame; it is NaN where no face was seen
   * from lag to lag.
   */
  @Override
  public double[] values() {
    return brief.toArray();
  }

  /** Returns the contrast at twice the lag in the same way. */
  double[] slowValues() {
    return slow.toArray();
  }
}
