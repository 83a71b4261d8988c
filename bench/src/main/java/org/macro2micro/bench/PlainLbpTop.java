package org.macro2micro.bench;

import java.util.ArrayList;
import java.util.List;
import org.macro2micro.method.descriptor.LbpTop;
import org.macro2micro.method.handcrafted.Descriptor;
import org.macro2micro.preprocess.PreparedClip;

/**
 * LBP-TOP as its definition reads, voxel by voxel, with an object for every place: what the
 * library's own is measured against. It takes grey clips only.
 */
final class PlainLbpTop implements Descriptor {
  private final LbpTop.Settings settings;
  private final List<Plane> planes;

  PlainLbpTop(LbpTop.Settings settings) {
    this.settings = settings;
    Place x = new Place(0, 0, settings.radiusX());
    Place y = new Place(0, settings.radiusY(), 0);
    Place t = new Place(settings.radiusT(), 0, 0);
    planes = List.of(new Plane(x, y), new Plane(x, t), new Plane(y, t));
  }

  private record Place(double t, double y, double x) {}

  /** The axes of a plane, each as long as its radius. */
  private record Plane(Place across, Place down) {}

  @Override
  public float[] of(PreparedClip clip) {
    int points = settings.neighbours();
    int bins = points * (points - 1) + 3;
    int blocks = settings.slices() * settings.rows() * settings.columns();
    float[] vector = new float[blocks * 3 * bins];
    int[] voxels = new int[blocks];
    for (int t = settings.radiusT(); t < clip.frames() - settings.radiusT(); t++) {
      for (int y = settings.radiusY(); y < clip.height() - settings.radiusY(); y++) {
        for (int x = settings.radiusX(); x < clip.width() - settings.radiusX(); x++) {
          int block =
              (blockOf(t, clip.frames(), settings.slices()) * settings.rows()
                          + blockOf(y, clip.height(), settings.rows()))
                      * settings.columns()
                  + blockOf(x, clip.width(), settings.columns());
          voxels[block]++;
          for (int plane = 0; plane < planes.size(); plane++) {
            int bin = uniformBin(pattern(clip, new Place(t, y, x), planes.get(plane)), points);
            vector[(block * 3 + plane) * bins + bin]++;
          }
        }
      }
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) ((double) vector[i] / voxels[i / (3 * bins)]);
    }
    return vector;
  }

  private static int blockOf(int place, int side, int count) {
    int block = 0;
    while ((block + 1) * side / count <= place) {
      block++;
    }
    return block;
  }

  private List<Boolean> pattern(PreparedClip clip, Place middle, Plane plane) {
    List<Boolean> pattern = new ArrayList<>();
    for (int p = 0; p < settings.neighbours(); p++) {
      double angle = 2 * Math.PI * p / settings.neighbours();
      Place point =
          along(along(middle, Math.cos(angle), plane.across()), -Math.sin(angle), plane.down());
      pattern.add(value(clip, point) - value(clip, middle) >= -1e-7);
    }
    return pattern;
  }

  private static Place along(Place from, double times, Place axis) {
    return new Place(
        from.t() + times * axis.t(), from.y() + times * axis.y(), from.x() + times * axis.x());
  }

  /** Interpolated along all three axes. */
  private static double value(PreparedClip clip, Place place) {
    int t = (int) Math.floor(place.t() + 1e-9);
    int y = (int) Math.floor(place.y() + 1e-9);
    int x = (int) Math.floor(place.x() + 1e-9);
    double value = 0;
    for (int corner = 0; corner < 8; corner++) {
      double weight =
          part(place.t() - t, corner & 1)
              * part(place.y() - y, corner >> 1 & 1)
              * part(place.x() - x, corner >> 2 & 1);
      if (weight > 1e-9) {
        int row = (t + (corner & 1)) * PreparedClip.CHANNELS * clip.height();
        int at = (row + y + (corner >> 1 & 1)) * clip.width() + x + (corner >> 2 & 1);
        value += weight * clip.pixels()[at];
      }
    }
    return value;
  }

  private static double part(double beyond, int side) {
    return side == 1 ? beyond : 1 - beyond;
  }

  private static int uniformBin(List<Boolean> pattern, int points) {
    int code = code(pattern);
    if (changes(code, points) > 2) {
      return points * (points - 1) + 2;
    }
    int bin = 0;
    for (int lower = 0; lower < code; lower++) {
      if (changes(lower, points) <= 2) {
        bin++;
      }
    }
    return bin;
  }

  private static int code(List<Boolean> pattern) {
    int code = 0;
    for (int p = 0; p < pattern.size(); p++) {
      code += pattern.get(p) ? 1 << p : 0;
    }
    return code;
  }

  private static int changes(int code, int points) {
    int changes = 0;
    for (int p = 0; p < points; p++) {
      changes += (code >> p & 1) != (code >> (p + 1) % points & 1) ? 1 : 0;
    }
    return changes;
  }
}
