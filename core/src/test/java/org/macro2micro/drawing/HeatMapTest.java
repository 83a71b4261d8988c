package org.macro2micro.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class HeatMapTest {
  @Test
  void planesBecomePixelsAndAreCutToTheRange() throws IOException {
    float[] planes = {0, 1, /* green */ .2f, -3, /* blue */ 7, .6f};
    BufferedImage image = decoded(PngImage.ofPlanes(2, 1, planes));
    assertThat(image.getRGB(0, 0) & 0xffffff).isEqualTo(0x0033ff);
    assertThat(image.getRGB(1, 0) & 0xffffff).isEqualTo(0xff0099);
    assertThatThrownBy(() -> PngImage.ofPlanes(2, 2, planes)).hasMessageContaining("6 values");
  }

  @Test
  void aStillPlaceShowsTheFaceInGreyAndTheLargestMovementTheLastColour() throws IOException {
    float[] face = new float[12];
    Arrays.fill(face, 4, 8, 1);
    HeatMap map = HeatMap.over(2, face, new float[] {0, 2, 2, 2});
    assertThat(map.most()).isEqualTo(2);
    BufferedImage image = decoded(map.picture());
    // Pure green is .587 of white: 149.7 of 255.
    assertThat(image.getRGB(0, 0) & 0xffffff).isEqualTo(0x969696);
    // .9 of fcffa4 and .1 of that grey.
    assertThat(image.getRGB(1, 1) & 0xffffff).isEqualTo(0xf2f4a3);
  }

  @Test
  void noiseOfAStillFaceIsNotStretchedToTheWholeScale() throws IOException {
    HeatMap map = HeatMap.over(1, new float[] {.5f, .5f, .5f}, new float[] {.001f});
    assertThat(map.most()).isEqualTo(HeatMap.LEAST_SCALE);
    int grey = decoded(map.picture()).getRGB(0, 0) & 255;
    assertThat(grey).isBetween(125, 129);
  }

  private static BufferedImage decoded(PngImage image) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(image.base64())));
  }
}
