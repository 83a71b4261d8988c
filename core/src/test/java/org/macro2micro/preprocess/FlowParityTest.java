package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;

import java.util.Arrays;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.parity.Fixture;

/** TV-L1 flow against Python's OpenCV with its defaults; strain against numpy's gradients. */
class FlowParityTest {
  private static final int WIDTH = 80;
  private static final int HEIGHT = 64;
  private static final double FLOW_TOLERANCE = 1e-4;
  private static final double STRAIN_TOLERANCE = 1e-6;

  @ParameterizedTest
  @CsvSource({"shift 2 -1, 2, -1", "shift 0.5 1.5, .5, 1.5", "zoom, 0, 0"})
  void flowAndStrain(String name, float right, float down) {
    Fixture fixture = new Fixture("flow");
    OpticalFlow flow;
    try (BytePointer before = grey(fixture, name + " before");
        BytePointer after = grey(fixture, name + " after");
        Mat from = new Mat(HEIGHT, WIDTH, CV_8UC1, before);
        Mat to = new Mat(HEIGHT, WIDTH, CV_8UC1, after)) {
      flow = OpticalFlow.between(from, to);
    }
    fixture.compare(name + " u", flow.u(), FLOW_TOLERANCE);
    fixture.compare(name + " v", flow.v(), FLOW_TOLERANCE);
    assertThat(Math.abs(median(flow.u()) - right)).isLessThan(.03f);
    assertThat(Math.abs(median(flow.v()) - down)).isLessThan(.03f);
    fixture.record("TV-L1 " + name);

    Fixture strain = new Fixture("flow");
    float[] u = single(strain.get(name + " u"));
    float[] v = single(strain.get(name + " v"));
    strain.compare(name + " strain", OpticalStrain.of(u, v, WIDTH, HEIGHT), STRAIN_TOLERANCE);
    strain.record("strain " + name);
  }

  private static BytePointer grey(Fixture fixture, String name) {
    double[] values = fixture.get(name);
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (int) values[i];
    }
    return new BytePointer(bytes);
  }

  private static float[] single(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private static float median(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
