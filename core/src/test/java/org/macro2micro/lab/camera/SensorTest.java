package org.macro2micro.lab.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.macro2micro.seed.SeedPath;

class SensorTest {
  private static final Light EVEN = new Light(1, 0, 0);

  @Test
  void averagesTheCanvasPixelsOfAPixel() {
    int[] canvas = {0x000000, 0x0000ff, 0x00ff00, 0xff0000};
    Sensor sensor = new Sensor(1, 1, 2, EVEN, 0, 0, false);
    int rgb = sensor.expose(canvas, SeedPath.root(1).random()).getRGB(0, 0);
    assertThat(rgb & 0xffffff).isEqualTo(0x404040);
  }

  @Test
  void lightSlopesAcrossTheFrame() {
    int[] canvas = new int[16];
    java.util.Arrays.fill(canvas, 0x646464);
    Sensor sensor = new Sensor(4, 4, 1, new Light(1, .5, 0), 0, 0, true);
    BufferedImage image = sensor.expose(canvas, SeedPath.root(1).random());
    assertThat(image.getRaster().getSample(0, 0, 0)).isEqualTo(50);
    assertThat(image.getRaster().getSample(2, 3, 0)).isEqualTo(100);
  }

  @Test
  void noiseHasTheDeviationAskedFor() {
    int size = 100;
    int[] canvas = new int[size * size];
    java.util.Arrays.fill(canvas, 0x808080);
    Sensor sensor = new Sensor(size, size, 1, EVEN, 0, 4, true);
    BufferedImage image = sensor.expose(canvas, SeedPath.root(1).random());
    double sum = 0;
    for (int i = 0; i < size * size; i++) {
      double away = image.getRaster().getSample(i % size, i / size, 0) - 128;
      sum += away * away;
    }
    assertThat(Math.sqrt(sum / (size * size))).isBetween(3.8, 4.2);
  }

  @Test
  void blurKeepsTheSumAndSpreadsIt() {
    int[] canvas = new int[49];
    canvas[24] = 0xffffff;
    Sensor sensor = new Sensor(7, 7, 1, EVEN, .7, 0, true);
    BufferedImage image = sensor.expose(canvas, SeedPath.root(1).random());
    int sum = 0;
    for (int i = 0; i < 49; i++) {
      sum += image.getRaster().getSample(i % 7, i / 7, 0);
    }
    assertThat(image.getRaster().getSample(3, 3, 0)).isBetween(60, 110);
    assertThat(sum).isBetween(245, 265);
  }
}
