package org.macro2micro.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactSheetTest {
  @TempDir Path temp;

  @Test
  void aSeedGivesOnePage() throws IOException {
    Path first = temp.resolve("first.png");
    Path again = temp.resolve("again.png");
    Path other = temp.resolve("other.jpg");
    ContactSheet.write(first, 1);
    ContactSheet.write(again, 1);
    ContactSheet.write(other, 2);
    assertThat(first).hasSameBinaryContentAs(again);
    BufferedImage page = ImageIO.read(first.toFile());
    assertThat(page.getWidth()).isEqualTo(ImageIO.read(other.toFile()).getWidth());
    assertThat(Files.size(other)).isLessThan(300_000);
  }

  @Test
  void anotherKindOfFileIsRefused() {
    assertThatThrownBy(() -> ContactSheet.write(temp.resolve("page.gif"), 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("page.gif");
  }
}
