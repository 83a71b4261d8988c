package org.macro2micro.studio.film;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is new of a camera. The process that looks writes it, and the service checks it when it
 * reads it. Times are in seconds on the camera's clock.
 *
 * @param frames pictures that were looked at so far
 * @param face where the face is; null if none is seen
 * @param curve values that have become known
 * @param marks movements that have become known
 */
public record LiveNews(int frames, @Nullable Face face, List<Value> curve, List<Mark> marks) {
  /** Nothing yet. */
  public static final LiveNews NONE = new LiveNews(0, null, List.of(), List.of());

  /** Values that are kept for a page that does not ask. */
  private static final int MOST_KEPT = 2000;

  public LiveNews {
    curve = List.copyOf(curve);
    marks = List.copyOf(marks);
    if (frames < 0) {
      throw new IllegalArgumentException("live: %d frames; expected 0 or more".formatted(frames));
    }
  }

  /**
   * Where a face is.
   *
   * @param seconds when it was there
   * @param x its middle, in pixels from the left
   * @param y its middle, in pixels from above
   * @param width of the square around it, in pixels
   */
  public record Face(double seconds, double x, double y, double width) {
    public Face {
      requireFinite(seconds, x, y, width);
    }
  }

  /**
   * A value of the curve.
   *
   * @param value how much of the face came and went; null if nothing could be measured
   * @param threshold above it the curve counts as a movement; null as the value
   */
  public record Value(double seconds, @Nullable Double value, @Nullable Double threshold) {
    public Value {
      requireFinite(seconds, value == null ? 0 : value, threshold == null ? 0 : threshold);
    }
  }

  /**
   * A movement.
   *
   * @param strength how far the curve rises, in units of the threshold
   */
  public record Mark(double onset, double apex, double offset, double strength) {
    public Mark {
      requireFinite(onset, apex, offset, strength);
    }
  }

  private static void requireFinite(double... numbers) {
    for (double number : numbers) {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("live: found %s; expected a number".formatted(number));
      }
    }
  }

  /** Returns both, the older values left out if they are too many. */
  public LiveNews and(LiveNews later) {
    return new LiveNews(
        later.frames(), later.face(), newest(curve, later.curve()), newest(marks, later.marks()));
  }

  private static <T> List<T> newest(List<T> before, List<T> later) {
    List<T> both = new ArrayList<>(before);
    both.addAll(later);
    return both.subList(Math.max(0, both.size() - MOST_KEPT), both.size());
  }
}
