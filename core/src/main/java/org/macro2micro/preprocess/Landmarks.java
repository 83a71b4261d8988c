package org.macro2micro.preprocess;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Points of a face in each frame of a {@link PreparedClip}.
 *
 * @param scheme which points these are
 * @param frames T frames of the scheme's number of points, in its order
 */
public record Landmarks(LandmarkScheme scheme, List<List<Point>> frames) {
  /**
   * A place in a prepared frame. It may lie outside: a chin is easily cut off.
   *
   * @param x pixels to the right of the centre of the leftmost column
   * @param y pixels below the centre of the topmost row
   */
  public record Point(float x, float y) {
    public Point {
      if (!Float.isFinite(x) || !Float.isFinite(y)) {
        throw new IllegalArgumentException(
            "landmark at (%s, %s): expected finite numbers of pixels".formatted(x, y));
      }
    }
  }

  public Landmarks {
    frames = frames.stream().map(List::copyOf).toList();
    for (List<Point> points : frames) {
      if (points.size() != scheme.size()) {
        throw new IllegalArgumentException(
            "landmarks: %d points in a frame, expected the %d of %s"
                .formatted(points.size(), scheme.size(), scheme.name()));
      }
    }
  }

  /** The points where they are after the frames moved by whole pixels. */
  Landmarks moved(int right, int down) {
    return each(
        points -> points.stream().map(p -> new Point(p.x() + right, p.y() + down)).toList());
  }

  /**
   * The points of the mirrored frames: a left eye is now a right one.
   *
   * @param width of a frame in pixels
   */
  Landmarks mirrored(int width) {
    return each(
        points -> {
          List<Point> turned = new ArrayList<>();
          for (int partner : scheme.mirrored()) {
            Point p = points.get(partner);
            turned.add(new Point(width - 1 - p.x(), p.y()));
          }
          return turned;
        });
  }

  private Landmarks each(UnaryOperator<List<Point>> change) {
    return new Landmarks(scheme, frames.stream().map(change).toList());
  }
}
