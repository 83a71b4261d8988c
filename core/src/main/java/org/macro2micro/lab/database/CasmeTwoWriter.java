package org.macro2micro.lab.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.macro2micro.clip.Emotion;
import org.macro2micro.lab.camera.FrameFile;
import org.macro2micro.lab.camera.FrameRenderer;
import org.macro2micro.lab.plan.CastClip;
import org.macro2micro.lab.plan.ClipPlan;
import org.macro2micro.lab.plan.LabSettings;

/**
 * CASME II: {@code CASME2-coding-20140508.xlsx} and {@code Cropped/sub01/EP02_01f/reg_img46.jpg}.
 * Frames carry the numbers they have in the recording, so that a clip starts at its onset.
 */
public final class CasmeTwoWriter implements DatabaseWriter {
  private static final String SHEET = "CASME2-coding-20140508.xlsx";
  private static final List<String> HEADER =
      List.of(
          "Subject",
          "Filename",
          "",
          "OnsetFrame",
          "ApexFrame",
          "OffsetFrame",
          "",
          "Action Units",
          "Estimated Emotion");
  private static final String NO_APEX = "/";
  private static final String NO_APEX_CLIP = "sub04/EP12_01f";

  /** Frames are JPEGs of high quality: compression must not hide the movement. */
  private static final double JPEG_QUALITY = .95;

  /** How far the planted offset lies behind the folder's last frame. */
  private static final int OFFSET_TOO_FAR = 5;

  /**
   * With pitfalls, one row in this many writes its emotion with a capital and a space behind it.
   */
  private static final int CARELESS_ROW = 40;

  @Override
  public void writeClip(LabSettings settings, CastClip clip, Path root) throws IOException {
    Path folder = root.resolve("Cropped").resolve(clip.subject()).resolve(clip.name());
    Files.createDirectories(folder);
    ClipPlan plan = ClipPlan.of(settings, clip);
    FrameRenderer renderer = FrameRenderer.of(settings, clip);
    RandomGenerator noise = settings.clipSeed(clip).child("noise").random();
    int onset = onsetNumber(settings, clip);
    for (int i = 0; i < plan.frames(); i++) {
      Path file = folder.resolve("reg_img" + (onset + i) + ".jpg");
      FrameFile.writeJpeg(renderer.render(plan.at(i), noise), file, JPEG_QUALITY);
    }
  }

  @Override
  public void writeSheets(LabSettings settings, List<CastClip> clips, Path root)
      throws IOException {
    Sheet.write(root.resolve(SHEET), "Sheet1", rows(settings, clips));
  }

  /** The sheet: header, then one row a clip; numbers are {@link Integer}s, all else text. */
  static List<List<Object>> rows(LabSettings settings, List<CastClip> clips) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.copyOf(HEADER));
    for (int i = 0; i < clips.size(); i++) {
      CastClip clip = clips.get(i);
      ClipPlan plan = ClipPlan.of(settings, clip);
      int onset = onsetNumber(settings, clip);
      int offset = onset + plan.frames() - 1;
      boolean slips = settings.pitfalls();
      boolean unknownApex = slips && NO_APEX_CLIP.equals(clip.subject() + "/" + clip.name());
      Object apex = unknownApex ? NO_APEX : Integer.valueOf(onset + plan.apex());
      if (slips && i == clips.size() - 1) {
        offset += OFFSET_TOO_FAR;
      }
      String word = word(clip.emotion().orElseThrow());
      if (slips && i % CARELESS_ROW == CARELESS_ROW - 1) {
        word = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + " ";
      }
      String subject = String.valueOf(Integer.parseInt(clip.subject().substring(3)));
      rows.add(
          List.of(subject, clip.name(), "", onset, apex, offset, "", plan.peak().numbers(), word));
    }
    return rows;
  }

  private static String word(Emotion emotion) {
    return emotion == Emotion.OTHER ? "others" : emotion.word();
  }

  private static int onsetNumber(LabSettings settings, CastClip clip) {
    return settings.clipSeed(clip).child("onset").random().nextInt(20, 300);
  }
}
