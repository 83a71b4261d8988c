package org.macro2micro.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"a.jpg", "a.jpeg", "a.png", "a.bmp", "A.PNG", "a.tiff", "a.TIF"})
  void soundImagesHaveNoProblem(String name) throws Exception {
    assertThat(ImageFile.problem(Trees.image(folder.resolve(name)))).isEmpty();
    assertThat(ImageFile.hasImageName(Path.of(name))).isTrue();
  }

  @Test
  void theContentDecidesNotTheName() throws Exception {
    Path jpeg = Trees.image(folder.resolve("a.jpg"));
    assertThat(ImageFile.problem(Files.move(jpeg, folder.resolve("b.bmp")))).isEmpty();
    Path gif = Trees.image(folder.resolve("a.gif"));
    assertThat(ImageFile.problem(Files.move(gif, folder.resolve("b.png"))).orElseThrow())
        .contains("not JPEG, PNG, BMP or TIFF");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.gif", "a", "png", "Thumbs.db", "a.png.txt"})
  void otherNamesAreNoImages(String name) {
    assertThat(ImageFile.hasImageName(Path.of("x", name))).isEqualTo(name.equals("png"));
  }

  @Test
  void stemsAreWithoutSpaceAndExtension() {
    assertThat(ImageFile.stem(Path.of("a b .png"))).isEqualTo("a b");
    assertThat(ImageFile.stem(Path.of("plain"))).isEqualTo("plain");
    assertThat(ImageFile.stem(Path.of("/"))).isEmpty();
  }

  @Test
  void claimsOfMoreThan64MegapixelsAreRefusedUndecoded() throws Exception {
    Path file = Trees.image(folder.resolve("a.png"));
    claim(file, 8_000, 8_000);
    assertThat(ImageFile.problem(file)).isEmpty();
    claim(file, 8_001, 8_000);
    assertThat(ImageFile.problem(file).orElseThrow()).contains("8001x8000", "64 megapixels");
    claim(file, 2_000_000_000, 2_000_000_000);
    assertThat(ImageFile.problem(file)).isPresent();
  }

  @Test
  void aFileThatIsGoneIsAProblem() {
    assertThat(ImageFile.problem(folder.resolve("none.png"))).isPresent();
  }

  /** Rewrites width and height in a PNG's header. */
  private static void claim(Path file, int width, int height) throws Exception {
    ByteBuffer png = ByteBuffer.wrap(Files.readAllBytes(file));
    png.putInt(16, width).putInt(20, height);
    CRC32 crc = new CRC32();
    crc.update(png.array(), 12, 17);
    png.putInt(29, (int) crc.getValue());
    Files.write(file, png.array());
  }
}
