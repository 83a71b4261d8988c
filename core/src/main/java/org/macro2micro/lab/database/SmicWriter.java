package org.macro2micro.lab.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.macro2micro.lab.camera.FrameFile;
import org.macro2micro.lab.camera.FrameRenderer;
import org.macro2micro.lab.plan.CastClip;
import org.macro2micro.lab.plan.ClipPlan;
import org.macro2micro.lab.plan.LabSettings;

/**
 * SMIC's cropped form: {@code SMIC_all_cropped/HS/s1/micro/negative/s1_ne_01/reg_image0001.bmp}.
 * Folders write s1 where lists write s01, as the real ones do. Of {@code non_micro} only the empty
 * folder is written. There is no sheet.
 */
public final class SmicWriter implements DatabaseWriter {
  @Override
  public void writeClip(LabSettings settings, CastClip clip, Path root) throws IOException {
    String person = "s" + Integer.parseInt(clip.subject().substring(1));
    String label = clip.emotion().orElseThrow().word();
    String name = person + clip.name().substring(clip.subject().length());
    Path subject = root.resolve("SMIC_all_cropped").resolve("HS").resolve(person);
    Path folder = subject.resolve("micro").resolve(label).resolve(name);
    Files.createDirectories(folder);
    Files.createDirectories(subject.resolve("non_micro"));
    ClipPlan plan = ClipPlan.of(settings, clip);
    FrameRenderer renderer = FrameRenderer.of(settings, clip);
    RandomGenerator noise = settings.clipSeed(clip).child("noise").random();
    for (int i = 0; i < plan.frames(); i++) {
      Path file = folder.resolve(String.format(Locale.ROOT, "reg_image%04d.bmp", i + 1));
      FrameFile.writeBmp(renderer.render(plan.at(i), noise), file);
    }
  }

  @Override
  public void writeSheets(LabSettings settings, List<CastClip> clips, Path root) {
    // The folders say it all.
  }
}
