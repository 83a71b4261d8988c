package org.macro2micro.lab;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.macro2micro.clip.Emotion;
import org.macro2micro.drawing.BlockLetters;
import org.macro2micro.lab.camera.FrameFile;
import org.macro2micro.lab.camera.FrameRenderer;
import org.macro2micro.lab.camera.Light;
import org.macro2micro.lab.face.Identity;
import org.macro2micro.lab.plan.CastClip;
import org.macro2micro.lab.plan.ClipPlan;
import org.macro2micro.lab.plan.Framing;
import org.macro2micro.lab.plan.LabSettings;

/**
 * Shows on one page what the lab draws, for people to judge, with a row for each emotion; on the
 * left the peak of macro-expressions of six people (half of them in colour), on the right a
 * micro-expression of a seventh: onset, apex, and their difference (three times as strong, grey
 * where nothing moved).
 */
public final class ContactSheet {
  private static final List<Emotion> ROWS =
      List.of(
          Emotion.ANGER,
          Emotion.CONTEMPT,
          Emotion.DISGUST,
          Emotion.FEAR,
          Emotion.HAPPINESS,
          Emotion.SADNESS,
          Emotion.SURPRISE);
  private static final int PEOPLE = 6;
  private static final int CELL = 128;
  private static final int LABELS = 120;
  private static final int CAPTIONS = 22;
  private static final int GAP = 12;
  private static final int FRAMES = 9;
  private static final double JPEG_QUALITY = .8;
  private static final int DIFFERENCE_GAIN = 3;

  private ContactSheet() {}

  /**
   * Draws the page.
   *
   * @param file where to; its name ends in .png, .jpg or .jpeg
   * @param seed the same seed gives the same people
   * @throws IOException if the file can't be written
   */
  public static void write(Path file, long seed) throws IOException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    boolean png = name.endsWith(".png");
    if (!png && !name.endsWith(".jpg") && !name.endsWith(".jpeg")) {
      throw new IOException(
          "contact sheet: "
              + file
              + " is not a known kind of picture; the name must end in .png or .jpg");
    }
    BufferedImage page = draw(seed);
    Path target = file.toAbsolutePath();
    Path part = target.resolveSibling(target.getFileName() + ".part");
    if (png) {
      FrameFile.writePng(page, part);
    } else {
      FrameFile.writeJpeg(page, part, JPEG_QUALITY);
    }
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static BufferedImage draw(long seed) {
    int width = LABELS + (PEOPLE + 3) * CELL + GAP;
    int height = CAPTIONS + ROWS.size() * CELL;
    BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D canvas = page.createGraphics();
    canvas.setPaint(Color.WHITE);
    canvas.fillRect(0, 0, width, height);
    canvas.setPaint(Color.BLACK);
    int micro = LABELS + PEOPLE * CELL + GAP;
    BlockLetters.write(canvas, "MACRO PEAK", LABELS + 4, 4, 2);
    BlockLetters.write(canvas, "ONSET", micro + 4, 4, 2);
    BlockLetters.write(canvas, "APEX", micro + CELL + 4, 4, 2);
    BlockLetters.write(canvas, "DIFFERENCE", micro + 2 * CELL + 4, 4, 2);
    for (int row = 0; row < ROWS.size(); row++) {
      Emotion emotion = ROWS.get(row);
      int y = CAPTIONS + row * CELL;
      BlockLetters.write(canvas, emotion.name(), 4, y + CELL / 2 - 7, 2);
      for (int column = 0; column < PEOPLE; column++) {
        BufferedImage peak =
            macroPeak(seed, emotion, "S%d%02d".formatted(row, column), column >= PEOPLE / 2);
        canvas.drawImage(peak, LABELS + column * CELL, y, null);
      }
      drawMicro(canvas, seed, emotion, micro, y);
    }
    canvas.dispose();
    return page;
  }

  private static BufferedImage macroPeak(long seed, Emotion emotion, String subject, boolean grey) {
    LabSettings settings =
        LabSettings.ckplus(1, 1, FRAMES, seed).withPicture(CELL, CELL, Framing.CROPPED);
    CastClip clip = new CastClip(subject, "001", Optional.of(emotion), FRAMES);
    ClipPlan plan = ClipPlan.of(settings, clip);
    Identity who = FrameRenderer.person(settings, subject);
    return new FrameRenderer(settings, who, Light.of(settings, clip), grey)
        .render(plan.at(plan.apex()), settings.clipSeed(clip).child("noise").random());
  }

  private static void drawMicro(Graphics2D canvas, long seed, Emotion emotion, int x, int y) {
    LabSettings settings = LabSettings.casme2(1, 1, FRAMES, CELL, seed);
    CastClip clip = new CastClip("sub" + emotion.word(), "EP01", Optional.of(emotion), FRAMES);
    ClipPlan plan = ClipPlan.of(settings, clip);
    FrameRenderer renderer = FrameRenderer.of(settings, clip);
    RandomGenerator noise = settings.clipSeed(clip).child("noise").random();
    BufferedImage onset = renderer.render(plan.at(0), noise);
    BufferedImage apex = renderer.render(plan.at(plan.apex()), noise);
    canvas.drawImage(onset, x, y, null);
    canvas.drawImage(apex, x + CELL, y, null);
    canvas.drawImage(difference(onset, apex), x + 2 * CELL, y, null);
  }

  private static BufferedImage difference(BufferedImage before, BufferedImage after) {
    BufferedImage image = new BufferedImage(CELL, CELL, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < CELL; y++) {
      for (int x = 0; x < CELL; x++) {
        int change = green(after, x, y) - green(before, x, y);
        int value = Math.max(0, Math.min(255, 128 + DIFFERENCE_GAIN * change));
        image.getRaster().setSample(x, y, 0, value);
      }
    }
    return image;
  }

  private static int green(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) >> 8 & 255;
  }
}
