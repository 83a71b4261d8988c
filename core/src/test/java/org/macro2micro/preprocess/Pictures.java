package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Frames;

/** Images and clips on disk, made for one test. */
final class Pictures {
  static final ClipId ID = ClipId.of("casme2", "sub01", "EP02_01f");

  private Pictures() {}

  /** Writes the image that has colour 0xRRGGBB at (x, y). */
  static Path write(Path file, int width, int height, IntBinaryOperator colour) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, colour.applyAsInt(x, y));
      }
    }
    String name = file.toString();
    assertThat(ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile()))
        .isTrue();
    return file;
  }

  /** Grey of one brightness. */
  static IntBinaryOperator grey(int brightness) {
    return (x, y) -> brightness * 0x010101;
  }

  /** Smooth blobs without period, moved by (right, down) pixels. */
  static IntBinaryOperator texture(double right, double down) {
    return (x, y) -> {
      double a = x - right;
      double b = y - down;
      double wave =
          Math.sin(.31 * a + .11 * b)
              + Math.sin(.17 * b - .23 * a + 1)
              + Math.sin(.41 * b + .07 * a + 2)
              + Math.sin(.013 * a * a - .011 * b * b);
      return (int) Math.round(127.5 + 30 * wave) * 0x010101;
    };
  }

  /** A folder of 16x16 PNG frames, each of one grey. */
  static List<Path> greys(Path folder, int... brightness) throws IOException {
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < brightness.length; i++) {
      Path file = folder.resolve("img" + i + ".png");
      files.add(write(file, 16, 16, grey(brightness[i])));
    }
    return files;
  }

  /** A clip of faces that goes from its first file to its last. */
  static Clip clip(List<Path> files, int apex) {
    return clip(ID, files, apex);
  }

  static Clip clip(ClipId id, List<Path> files, int apex) {
    Frames frames = new Frames(Frames.Content.FACE, files);
    return new Clip(id, frames, 0, OptionalInt.of(apex), files.size() - 1);
  }

  /** A clip whose files are flow images. */
  static Clip flowClip(List<Path> files) {
    Frames frames = new Frames(Frames.Content.FLOW, files);
    return new Clip(ID, frames, 0, OptionalInt.of(0), files.size() - 1);
  }

  /** Frames of 16x16 without anything special. */
  static PreprocessSettings settings(Input input, int frames, Interpolation interpolation) {
    return new PreprocessSettings(
        16,
        frames,
        input,
        interpolation,
        1,
        false,
        PreprocessSettings.MissingApex.MIDDLE,
        PreprocessSettings.MissingFall.RETURN_TO_ONSET,
        64,
        Align.NONE,
        null,
        1,
        null);
  }

  /** The settings with these of their faces. */
  static PreprocessSettings with(
      PreprocessSettings settings,
      Align align,
      @Nullable Path detector,
      PreprocessSettings.MissingApex apex,
      double magnification) {
    return new PreprocessSettings(
        settings.size(),
        settings.frames(),
        settings.input(),
        settings.interpolation(),
        settings.gain(),
        settings.grey(),
        apex,
        settings.fall(),
        settings.flowSize(),
        align,
        detector,
        magnification,
        settings.eulerian());
  }

  /** The settings with clips magnified in a band of time. */
  static PreprocessSettings with(PreprocessSettings settings, Eulerian eulerian) {
    return new PreprocessSettings(
        settings.size(),
        settings.frames(),
        settings.input(),
        settings.interpolation(),
        settings.gain(),
        settings.grey(),
        settings.apex(),
        settings.fall(),
        settings.flowSize(),
        settings.align(),
        settings.detector(),
        settings.landmarks(),
        settings.magnification(),
        eulerian);
  }

  static PreprocessSettings aligned(PreprocessSettings settings, Align align) {
    return with(settings, align, null, settings.apex(), 1);
  }

  static PreprocessSettings linear(int frames) {
    return settings(Input.FRAME, frames, Interpolation.LINEAR);
  }

  static PreprocessSettings flow() {
    return settings(Input.FLOW, 2, Interpolation.LINEAR);
  }

  /** Value 0 of each frame's first plane: all there is to know of frames of one grey. */
  static float[] brightness(PreparedClip clip) {
    float[] values = new float[clip.frames()];
    for (int t = 0; t < values.length; t++) {
      values[t] = clip.pixels()[t * clip.frameLength()];
    }
    return values;
  }
}
