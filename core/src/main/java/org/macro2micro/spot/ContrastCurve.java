package org.macro2micro.spot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.macro2micro.preprocess.FollowedFaces;
import org.macro2micro.preprocess.LightChange;

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
 * <p>Before two frames are compared, what changes alike everywhere is taken out by {@link
 * LightChange}: a lamp does not move a face. Times are those of the frames, so that a film of
 * varying rate is measured as one of a steady rate: what is compared is the frame nearest to a lag
 * away, of two about as near the one further off. Nothing is compared across a gap longer than the
 * lag.
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

  /** Frames nearer to the one before are passed over: no film of a face has so many. */
  private static final double NEAREST = 5e-4;

  /** A clock that is this much early or late is neither. */
  private static final double CLOCK = 1e-6;

  /** Two distances are about the same up to this factor. */
  private static final double AS_NEAR = 1.2;

  private final double lag;
  private final double eyes;
  private final LightChange light = new LightChange(SIZE, ContrastCurve::isMeasured);
  private final FrameValues brief = new FrameValues();
  private final FrameValues slow = new FrameValues();

  /** Frames as they come, from the first that a mean may need on. */
  private final List<Held> raw = new ArrayList<>();

  /** Means of neighbouring frames, from the first that a comparison may need on. */
  private final List<Held> means = new ArrayList<>();

  /** Frames of the present stretch that have a mean, and that were compared. */
  private int meant;

  private int compared;
  private int comparedSlowly;

  /** A picture with its place and time in the film. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Held(int frame, double seconds, float[] pixels) {}

  ContrastCurve(SpotSettings settings) {
    lag = settings.lag();
    eyes = settings.eyes();
  }

  @Override
  public void add(FollowedFaces.Look look) {
    brief.add();
    slow.add();
    int frame = brief.size() - 1;
    boolean isCut =
        !raw.isEmpty() && look.seconds() - raw.get(raw.size() - 1).seconds() > lag + CLOCK;
    if (!look.isVisible() || look.begins() || isCut) {
      finish();
    }
    boolean isTooNear =
        !raw.isEmpty() && look.seconds() - raw.get(raw.size() - 1).seconds() < NEAREST;
    if (look.isVisible() && !isTooNear) {
      raw.add(new Held(frame, look.seconds(), look.pixels()));
      advance(false);
    }
  }

  /** Compares what is left of a stretch, and forgets it. */
  private void finish() {
    advance(true);
    raw.clear();
    means.clear();
    meant = 0;
    compared = 0;
    comparedSlowly = 0;
  }

  /**
   * Takes the means and comparisons that are possible.
   *
   * @param isOver whether no more frames of this stretch come
   */
  private void advance(boolean isOver) {
    if (raw.isEmpty()) {
      return;
    }
    double last = raw.get(raw.size() - 1).seconds();
    double reach = SMOOTHED / 2 + CLOCK;
    while (meant < raw.size() && (isOver || last > raw.get(meant).seconds() + reach)) {
      means.add(mean(raw.get(meant), reach));
      meant++;
    }
    while (compared < means.size() && compare(compared, 1, isOver, brief)) {
      compared++;
    }
    while (comparedSlowly < means.size() && compare(comparedSlowly, 2, isOver, slow)) {
      comparedSlowly++;
    }
    forget();
  }

  /** Drops what no mean and no comparison needs any more. */
  private void forget() {
    double needed = raw.get(Math.min(meant, raw.size() - 1)).seconds() - SMOOTHED;
    int first = 0;
    while (first < meant - 1 && raw.get(first).seconds() < needed) {
      first++;
    }
    raw.subList(0, first).clear();
    meant -= first;
    if (comparedSlowly < means.size()) {
      // Half a frame before the target counts too, and frames are no further apart than the lag.
      double since = means.get(Math.min(compared, comparedSlowly)).seconds() - 3 * lag;
      int old = 0;
      while (old < Math.min(compared, comparedSlowly) && means.get(old).seconds() < since) {
        old++;
      }
      means.subList(0, old).clear();
      compared -= old;
      comparedSlowly -= old;
    }
  }

  private Held mean(Held middle, double reach) {
    List<Held> near = new ArrayList<>();
    for (Held held : raw) {
      if (Math.abs(held.seconds() - middle.seconds()) <= reach) {
        near.add(held);
      }
    }
    // As many on both sides, so that nothing is shifted.
    int before = (int) near.stream().filter(h -> h.seconds() < middle.seconds()).count();
    int sides = Math.min(before, near.size() - 1 - before);
    if (sides == 0) {
      return middle;
    }
    float[] sum = new float[SIZE * SIZE];
    List<Held> both = near.subList(before - sides, before + sides + 1);
    for (Held held : both) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += held.pixels()[i] / both.size();
      }
    }
    return new Held(middle.frame(), middle.seconds(), sum);
  }

  /** Compares a frame with those some lags away; false as long as a later one is awaited. */
  private boolean compare(int index, int lags, boolean isOver, FrameValues values) {
    Held now = means.get(index);
    double newest = means.get(means.size() - 1).seconds();
    if (!isOver && newest < now.seconds() + lags * lag) {
      return false;
    }
    int before = nearest(now.seconds() - lags * lag, -1);
    int after = nearest(now.seconds() + lags * lag, 1);
    if (before >= 0 && after >= 0 && before < index && after > index) {
      float[] then = means.get(before).pixels();
      float[] later = means.get(after).pixels();
      values.set(
          now.frame(),
          contrast(
              light.removed(then, now.pixels()), now.pixels(), light.removed(later, now.pixels())));
    }
    return true;
  }

  /**
   * The mean nearest to a time; -1 if the time lies outside by more than half a frame.
   *
   * @param away 1 if of two about as near the later one is taken, -1 for the earlier
   */
  private int nearest(double time, int away) {
    int after = 0;
    while (after < means.size() && means.get(after).seconds() < time) {
      after++;
    }
    if (after == 0 || after == means.size()) {
      int edge = after == 0 ? 0 : means.size() - 1;
      int next = after == 0 ? Math.min(1, means.size() - 1) : Math.max(0, edge - 1);
      double apart = Math.abs(means.get(next).seconds() - means.get(edge).seconds());
      boolean isNear = Math.abs(means.get(edge).seconds() - time) <= apart / 2 + CLOCK;
      return isNear ? edge : -1;
    }
    double later = means.get(after).seconds() - time;
    double earlier = time - means.get(after - 1).seconds();
    boolean isLater = away > 0 ? later <= earlier * AS_NEAR : later * AS_NEAR < earlier;
    return isLater ? after : after - 1;
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

  /** Light is measured on every second pixel of the face, which halves the time. */
  private static boolean isMeasured(int pixel) {
    return (pixel + pixel / SIZE) % 2 == 0
        && isFace((pixel % SIZE + .5) / SIZE, (Math.floorDiv(pixel, SIZE) + .5) / SIZE);
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
    advance(true);
    return brief.toArray();
  }

  /** Returns the contrast at twice the lag in the same way. */
  double[] slowValues() {
    advance(true);
    return slow.toArray();
  }

  /**
   * Returns the values at the lag of a frame and all after it, NaN where they are not known yet.
   */
  double[] known(int first) {
    return brief.from(first);
  }

  /** {@link #known} of the contrast at twice the lag. */
  double[] knownSlow(int first) {
    return slow.from(first);
  }

  /** The first frame whose value at the lag later frames may still decide. */
  int undecided() {
    return undecided(compared);
  }

  /** {@link #undecided()} of the contrast at twice the lag. */
  int undecidedSlow() {
    return undecided(comparedSlowly);
  }

  private int undecided(int next) {
    if (next < means.size()) {
      return means.get(next).frame();
    }
    return meant < raw.size() ? raw.get(meant).frame() : brief.size();
  }
}
