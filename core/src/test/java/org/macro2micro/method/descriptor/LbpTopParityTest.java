package org.macro2micro.method.descriptor;

import static org.macro2micro.method.descriptor.Volumes.lbpTop;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.parity.Fixture;
import org.macro2micro.preprocess.PreparedClip;

/** Patterns and histograms of three planes against scikit-image; ellipses against scipy. */
class LbpTopParityTest {
  private static final String[] PLANES = {"XY", "XT", "YT"};

  @ParameterizedTest
  @CsvSource({
    "P4 R1, 4, 1, 1, 1",
    "P8 R1, 8, 1, 1, 1",
    "P8 R2, 8, 2, 2, 2",
    "P16 R3, 16, 3, 3, 3",
    "ellipse, 8, 1, 2, 4"
  })
  void patterns(String name, int points, int rx, int ry, int rt) {
    Fixture fixture = new Fixture("lbp-top");
    GreyVolume volume = GreyVolume.of(clip(fixture));
    Ellipse[] planes = LbpTop.planes(volume, new Radii(rx, ry, rt), points);
    int rows = volume.height() - 2 * ry;
    int columns = volume.width() - 2 * rx;
    for (int plane = 0; plane < PLANES.length; plane++) {
      double[] ours = new double[(volume.frames() - 2 * rt) * rows * columns];
      int[] codes = new int[columns];
      for (int i = 0; i < ours.length; i += columns) {
        int t = rt + i / columns / rows;
        int y = ry + i / columns % rows;
        int start = t * volume.frameStride() + y * volume.rowStride() + rx;
        planes[plane].codes(volume.grey(), start, codes, new float[columns]);
        for (int x = 0; x < columns; x++) {
          ours[i + x] = codes[x];
        }
      }
      fixture.compare("codes " + name + " " + PLANES[plane], ours, 0);
    }
    fixture.record("LBP codes " + name);
  }

  @ParameterizedTest
  @CsvSource({"P4 R1, 4, 1", "P8 R1, 8, 1", "P8 R2, 8, 2"})
  void histograms(String name, int points, int radius) {
    Fixture fixture = new Fixture("lbp-top");
    float[] vector = lbpTop(2, 2, 2, radius, radius, radius, points).of(clip(fixture));
    int bins = UniformPatterns.bins(points);
    for (int plane = 0; plane < PLANES.length; plane++) {
      double[] ours = new double[8 * bins];
      for (int i = 0; i < ours.length; i++) {
        ours[i] = vector[(i / bins * PLANES.length + plane) * bins + i % bins];
      }
      fixture.compare("histograms " + name + " " + PLANES[plane], ours, 1e-6);
    }
    fixture.record("LBP-TOP histograms " + name);
  }

  private static PreparedClip clip(Fixture fixture) {
    double[] levels = fixture.get("volume");
    return Volumes.clip(12, 14, 16, (t, y, x) -> (int) levels[(t * 14 + y) * 16 + x]);
  }
}
