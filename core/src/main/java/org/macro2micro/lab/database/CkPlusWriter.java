package org.macro2micro.lab.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.macro2micro.clip.Emotion;
import org.macro2micro.lab.camera.FrameFile;
import org.macro2micro.lab.camera.FrameRenderer;
import org.macro2micro.lab.movement.ActionUnit;
import org.macro2micro.lab.movement.ActionUnits;
import org.macro2micro.lab.movement.Side;
import org.macro2micro.lab.plan.CastClip;
import org.macro2micro.lab.plan.ClipPlan;
import org.macro2micro.lab.plan.LabSettings;

/**
 * CK+: {@code cohn-kanade-images/S005/001/S005_001_00000001.png} and, named after the last frame,
 * {@code Emotion/.../S005_001_00000011_emotion.txt} with one number and {@code
 * FACS/.../S005_001_00000011_facs.txt} with a unit and its intensity (1 to 5) on each line. A
 * sequence without a label has an empty Emotion folder. The landmark files of CK+ are not written.
 */
public final class CkPlusWriter implements DatabaseWriter {
  /** The numbers of CK+'s labels. */
  static final Map<Emotion, Integer> NUMBERS = numbers();

  @Override
  public void writeClip(LabSettings settings, CastClip clip, Path root) throws IOException {
    Path frames = folder(root, "cohn-kanade-images", clip);
    ClipPlan plan = ClipPlan.of(settings, clip);
    FrameRenderer renderer = FrameRenderer.of(settings, clip);
    RandomGenerator noise = settings.clipSeed(clip).child("noise").random();
    for (int i = 0; i < plan.frames(); i++) {
      FrameFile.writePng(
          renderer.render(plan.at(i), noise), frames.resolve(stem(clip, i + 1) + ".png"));
    }
    String peak = stem(clip, plan.frames());
    Path emotion = folder(root, "Emotion", clip);
    if (clip.emotion().isPresent()) {
      int label = Objects.requireNonNull(NUMBERS.get(clip.emotion().get()), "settings check this");
      Files.writeString(emotion.resolve(peak + "_emotion.txt"), number(label) + "\n");
    }
    Files.writeString(folder(root, "FACS", clip).resolve(peak + "_facs.txt"), facs(plan.peak()));
  }

  @Override
  public void writeSheets(LabSettings settings, List<CastClip> clips, Path root) {
    // CK+ has none: every sequence carries its own files.
  }

  private static Path folder(Path root, String kind, CastClip clip) throws IOException {
    return Files.createDirectories(root.resolve(kind).resolve(clip.subject()).resolve(clip.name()));
  }

  private static String stem(CastClip clip, int frame) {
    return String.format(Locale.ROOT, "%s_%s_%08d", clip.subject(), clip.name(), frame);
  }

  private static String facs(ActionUnits units) {
    StringBuilder text = new StringBuilder();
    for (ActionUnit unit : ActionUnit.values()) {
      double strongest = Math.max(units.at(Side.LEFT, unit), units.at(Side.RIGHT, unit));
      if (strongest > 0) {
        text.append(number(unit.number()))
            .append(number(Math.max(1, StrictMath.rint(strongest))))
            .append('\n');
      }
    }
    return text.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "   %.7e", value);
  }

  private static Map<Emotion, Integer> numbers() {
    Map<Emotion, Integer> numbers = new EnumMap<>(Emotion.class);
    numbers.put(Emotion.ANGER, 1);
    numbers.put(Emotion.CONTEMPT, 2);
    numbers.put(Emotion.DISGUST, 3);
    numbers.put(Emotion.FEAR, 4);
    numbers.put(Emotion.HAPPINESS, 5);
    numbers.put(Emotion.SADNESS, 6);
    numbers.put(Emotion.SURPRISE, 7);
    return Collections.unmodifiableMap(numbers);
  }
}
