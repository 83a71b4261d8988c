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
 * SAMM: {@code SAMM_Micro_FACS_Codes_v2.xlsx}, whose heads stand in row 14 below a preface, and
 * {@code 006/006_1_2/006_05562.jpg}, numbered as in the film.
 */
public final class SammWriter implements DatabaseWriter {
  private static final String SHEET = "SAMM_Micro_FACS_Codes_v2.xlsx";
  private static final int PREFACE_ROWS = 13;
  private static final List<Object> HEADER =
      List.of(
          "Subject",
          "Filename",
          "Inducement Code",
          "Onset Frame",
          "Apex Frame",
          "Offset Frame",
          "Duration",
          "Micro",
          "Action Units",
          "Estimated Emotion",
          "Objective Classes",
          "Notes");
  private static final double JPEG_QUALITY = .95;

  /** An offset whose last digits were lost, one whose first digit is wrong, apexes typed late. */
  private static final String OFFSET_TOO_EARLY = "013_1_9";

  private static final String OFFSET_TOO_LATE = "032_3_2";
  private static final List<String> APEX_TOO_LATE = List.of("028_4_1", "032_3_1");

  @Override
  public void writeClip(LabSettings settings, CastClip clip, Path root) throws IOException {
    Path folder = root.resolve(clip.subject()).resolve(clip.name());
    Files.createDirectories(folder);
    ClipPlan plan = ClipPlan.of(settings, clip);
    FrameRenderer renderer = FrameRenderer.of(settings, clip);
    RandomGenerator noise = settings.clipSeed(clip).child("noise").random();
    int onset = onsetNumber(settings, clip);
    for (int i = 0; i < plan.frames(); i++) {
      String name = String.format(Locale.ROOT, "%s_%05d.jpg", clip.subject(), onset + i);
      FrameFile.writeJpeg(renderer.render(plan.at(i), noise), folder.resolve(name), JPEG_QUALITY);
    }
  }

  @Override
  public void writeSheets(LabSettings settings, List<CastClip> clips, Path root)
      throws IOException {
    Sheet.write(root.resolve(SHEET), "MICRO ONLY", rows(settings, clips));
  }

  /**
   * The sheet: preface, heads, then one row a clip; numbers are {@link Integer}s, and everything
   * else is text.
   */
  static List<List<Object>> rows(LabSettings settings, List<CastClip> clips) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.of("Micro-movements and their codes"));
    rows.add(List.of("Drawn by macro2micro's lab in the layout of SAMM; no person is shown"));
    while (rows.size() < PREFACE_ROWS) {
      rows.add(List.of());
    }
    rows.add(HEADER);
    for (CastClip clip : clips) {
      rows.add(row(settings, clip));
    }
    return rows;
  }

  private static List<Object> row(LabSettings settings, CastClip clip) {
    ClipPlan plan = ClipPlan.of(settings, clip);
    int onset = onsetNumber(settings, clip);
    int apex = onset + plan.apex();
    int offset = onset + plan.frames() - 1;
    if (settings.pitfalls()) {
      if (clip.name().equals(OFFSET_TOO_EARLY)) {
        offset /= 10;
      } else if (clip.name().equals(OFFSET_TOO_LATE)) {
        offset += 1_000;
      } else if (APEX_TOO_LATE.contains(clip.name())) {
        apex = offset + plan.frames();
      }
    }
    String name = clip.name();
    return List.of(
        clip.subject(),
        name,
        Integer.parseInt(name.substring(4, name.indexOf('_', 4))),
        onset,
        apex,
        offset,
        plan.frames(),
        "Micro - 1/2",
        plan.peak().numbers(),
        word(clip.emotion().orElseThrow()),
        "",
        "");
  }

  private static String word(Emotion emotion) {
    String word = emotion.word();
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static int onsetNumber(LabSettings settings, CastClip clip) {
    return settings.clipSeed(clip).child("onset").random().nextInt(1_000, 9_000);
  }
}
