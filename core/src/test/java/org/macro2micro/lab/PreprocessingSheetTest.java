package org.macro2micro.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.Emotion;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.drawing.BlockLetters;
import org.macro2micro.lab.camera.FrameFile;
import org.macro2micro.lab.movement.Intensity;
import org.macro2micro.lab.plan.ClipCounts;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.preprocess.PreparedClips;

/**
 * What interpolation, magnification and alignment do to lab clips, on one page. Drawn anew for the
 * documents by -Dpreprocessing.sheet=FILE.jpg.
 */
class PreprocessingSheetTest {
  private static final int CELL = 112;
  private static final int LABELS = 124;
  private static final int COLUMNS = 8;
  private static final int ROWS = 7;
  private static final double JPEG_QUALITY = .75;

  @TempDir Path folder;

  @Test
  void allIsShownOnOneSmallPage() throws Exception {
    BufferedImage page =
        new BufferedImage(LABELS + COLUMNS * CELL, ROWS * CELL, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D canvas = page.createGraphics();
    canvas.setPaint(Color.WHITE);
    canvas.fillRect(0, 0, page.getWidth(), page.getHeight());
    Clip smile = smile(5);
    String change = "preprocess.input=onset-difference";
    row(canvas, 0, "FRAMES", prepared(smile, change, "preprocess.gain=4", "preprocess.frames=5"));
    for (String how : List.of("linear", "tim")) {
      row(
          canvas,
          how.equals("tim") ? 2 : 1,
          how.equals("tim") ? "TIM" : "LINEAR",
          prepared(
              smile,
              change,
              "preprocess.gain=4",
              "preprocess.frames=8",
              "preprocess.interpolation=" + how));
    }
    Clip longer = smile(9);
    BlockLetters.write(canvas, "MAGNIFIED", 4, 3 * CELL + 50, 2);
    BlockLetters.write(canvas, "CHANGE", 4, 4 * CELL + 50, 2);
    int column = 0;
    for (int factor = 1; factor <= 16; factor *= 2) {
      String magnified = "preprocess.magnification=" + factor;
      cell(canvas, 3, column, prepared(longer, "preprocess.frames=1", magnified), 0);
      cell(canvas, 4, column, prepared(longer, "preprocess.frames=1", magnified, change), 0);
      column++;
    }
    Clip still = still();
    BlockLetters.write(canvas, "ALIGN", 4, 5 * CELL + 50, 2);
    BlockLetters.write(canvas, "CHANGE", 4, 6 * CELL + 50, 2);
    column = 0;
    for (String how : List.of("none", "box", "eyes")) {
      String align = "preprocess.align=" + how;
      PreparedClip frames = prepared(still, align, "preprocess.frames=2");
      PreparedClip changes = prepared(still, align, "preprocess.frames=2", change);
      for (int t = 0; t < 2; t++) {
        cell(canvas, 5, 2 * column + t, frames, t);
        cell(canvas, 6, 2 * column + t, changes, t);
      }
      column++;
    }
    canvas.dispose();
    Path file = Path.of(System.getProperty("preprocessing.sheet", folder.resolve("s.jpg") + ""));
    FrameFile.writeJpeg(page, file, JPEG_QUALITY);
    assertThat(Files.size(file)).isBetween(20_000L, 300_000L);
    // The last frame of the still face has moved where it is not aligned, and only there.
    assertThat(contrast(page, 6, 3)).isGreaterThan(3 * contrast(page, 6, 5));
    assertThat(contrast(page, 4, 4)).isGreaterThan(2 * contrast(page, 4, 0));
  }

  private Clip smile(int frames) throws IOException {
    LabSettings settings =
        LabSettings.casme2(1, 1, frames, CELL, 3)
            .withClips(ClipCounts.even(List.of(Emotion.HAPPINESS), 1))
            .withDifficulty(new Intensity(1.2, 1.5), 0, 0, 1);
    KnownClip known = KnownClip.draw(settings, folder.resolve("smile" + frames)).get(0);
    Clip clip = known.clip();
    return new Clip(
        clip.id(), clip.frames(), 0, java.util.OptionalInt.of(known.apex()), clip.offset());
  }

  private Clip still() throws IOException {
    LabSettings settings =
        LabSettings.ckplus(1, 2, 8, 12).withDifficulty(new Intensity(0, 0), .02, 0, 2);
    return KnownClip.draw(settings, folder.resolve("still")).get(0).clip();
  }

  private PreparedClip prepared(Clip clip, String... settings) throws Exception {
    var read =
        ExperimentFile.parse("sheet", "{preprocess: {size: " + CELL + "}}", List.of(settings));
    return PreparedClips.prepare(
            List.of(clip), read.settings().preprocess(), folder.resolve("c"), 9, (done, all) -> {})
        .get(clip.id());
  }

  private static void row(Graphics2D canvas, int row, String label, PreparedClip clip) {
    BlockLetters.write(canvas, label, 4, row * CELL + CELL / 2 - 7, 2);
    for (int t = 0; t < clip.frames(); t++) {
      cell(canvas, row, t, clip, t);
    }
  }

  private static void cell(Graphics2D canvas, int row, int column, PreparedClip clip, int t) {
    boolean around = clip.input() != Input.FRAME;
    BufferedImage image = new BufferedImage(CELL, CELL, BufferedImage.TYPE_INT_RGB);
    int plane = CELL * CELL;
    for (int i = 0; i < plane; i++) {
      int colour = 0;
      for (int channel = 0; channel < 3; channel++) {
        float value = clip.pixels()[t * clip.frameLength() + channel * plane + i];
        int level = Math.round(255 * (around ? .5f + value / 2 : value));
        colour = colour << 8 | Math.max(0, Math.min(255, level));
      }
      image.setRGB(i % CELL, i / CELL, colour);
    }
    canvas.drawImage(image, LABELS + column * CELL, row * CELL, null);
  }

  /** Mean distance of a cell's green from the middle grey. */
  private static double contrast(BufferedImage page, int row, int column) {
    double sum = 0;
    for (int y = 0; y < CELL; y++) {
      for (int x = 0; x < CELL; x++) {
        int rgb = page.getRGB(LABELS + column * CELL + x, row * CELL + y);
        sum += Math.abs((rgb >> 8 & 255) - 127.5);
      }
    }
    return sum / CELL / CELL;
  }
}
