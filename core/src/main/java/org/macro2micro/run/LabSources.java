package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.macro2micro.base.Sha256;
import org.macro2micro.catalog.Databases;
import org.macro2micro.clip.Emotion;
import org.macro2micro.config.ExperimentSettings.LabSource;
import org.macro2micro.config.SettingsException;
import org.macro2micro.lab.LabDatabase;
import org.macro2micro.lab.plan.ClipCounts;
import org.macro2micro.lab.plan.FrameCounts;
import org.macro2micro.lab.plan.Framing;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.lab.plan.Layout;

/** Generates the databases that an experiment asks the lab for, once for each set of settings. */
final class LabSources {
  /** The emotions of CASME II that the composite task takes; "others" would be drawn in vain. */
  private static final List<Emotion> COMPOSITE =
      List.of(Emotion.HAPPINESS, Emotion.DISGUST, Emotion.SURPRISE, Emotion.REPRESSION);

  /** The same of SAMM, whose negatives are mostly anger. */
  private static final List<Emotion> SAMM_COMPOSITE =
      List.of(Emotion.HAPPINESS, Emotion.ANGER, Emotion.SURPRISE, Emotion.DISGUST);

  private final long seed;
  private final RunListener listener;

  LabSources(long seed, RunListener listener) {
    this.seed = seed;
    this.listener = listener;
  }

  /** The folder of the generated database, below the run's folder. */
  Path write(String role, Databases database, LabSource source, String scheme, Path out)
      throws SettingsException, IOException {
    if (database == Databases.COMPOSITE) {
      return writeComposite(role, source, scheme, out);
    }
    return write(database.shortName(), settings(role, database, source, scheme), out);
  }

  /** Each of the three databases with the people and clips that the source asks for. */
  private Path writeComposite(String role, LabSource source, String scheme, Path out)
      throws SettingsException, IOException {
    List<LabSettings> parts = new ArrayList<>();
    for (Databases part : List.of(Databases.CASME2, Databases.SMIC, Databases.SAMM)) {
      parts.add(settings(role, part, source, scheme));
    }
    Path folder = folder(Databases.COMPOSITE.shortName(), parts, out);
    for (LabSettings part : parts) {
      String name = part.layout().database();
      draw(name, part, folder.resolve(name));
    }
    return folder;
  }

  /** The folder of a database drawn with these settings, below the run's folder. */
  Path write(String name, LabSettings settings, Path out) throws IOException {
    Path folder = folder(name, settings, out);
    draw(name, settings, folder);
    return folder;
  }

  private void draw(String name, LabSettings settings, Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      listener.begin("draw " + name + " clips", settings.clips().total());
      LabDatabase.write(settings, folder, (done, all) -> listener.done(done));
    }
  }

  /** Where {@link #write} puts a database. */
  Path folder(String name, LabSettings settings, Path out) {
    return folder(name, List.of(settings), out);
  }

  private static Path folder(String name, List<LabSettings> parts, Path out) {
    String settings = parts.stream().map(LabSettings::toString).collect(Collectors.joining());
    String digest = Sha256.hex(settings).substring(0, 16);
    return out.resolve("lab").resolve(name + "-" + digest);
  }

  /** A database of the real numbers of people and clips, in faces that fill square frames. */
  LabSettings official(Databases database, int frames, int pixels) throws SettingsException {
    for (Layout layout : Layout.values()) {
      if (layout.database().equals(database.shortName())) {
        return LabSettings.like(layout, seed)
            .withFrames(FrameCounts.of(frames))
            .withPicture(pixels, pixels, Framing.CROPPED);
      }
    }
    throw new SettingsException(
        "the lab does not draw databases in the layout of " + database.shortName());
  }

  private LabSettings micro(Layout layout, LabSource source) {
    return LabSettings.micro(
        layout, source.subjects(), source.clips(), source.frames(), source.size(), seed);
  }

  private static ClipCounts composite(List<Emotion> emotions, LabSource source) {
    return ClipCounts.even(emotions, source.subjects() * source.clips());
  }

  /** What the lab draws for a source of an experiment. */
  LabSettings settings(String role, Databases database, LabSource source, String scheme)
      throws SettingsException {
    try {
      return switch (database) {
        case CASME2 -> {
          LabSettings all = micro(Layout.CASME_TWO, source);
          yield scheme.equals("cde") ? all.withClips(composite(COMPOSITE, source)) : all;
        }
        case SMIC -> micro(Layout.SMIC, source);
        case SAMM -> {
          LabSettings all = micro(Layout.SAMM, source);
          yield scheme.equals("cde") ? all.withClips(composite(SAMM_COMPOSITE, source)) : all;
        }
        case SMIC_VIS, SMIC_NIR ->
            throw new IllegalArgumentException(
                "the lab draws SMIC's high-speed part alone; use smic");
        case COMPOSITE -> throw new IllegalArgumentException("it is drawn in parts");
        case CKPLUS ->
            LabSettings.ckplus(source.subjects(), source.clips(), source.frames(), seed)
                .withPicture(source.size(), source.size(), Framing.CROPPED);
        case MMI ->
            LabSettings.mmi(source.subjects(), source.clips(), source.frames(), seed)
                .withPicture(source.size(), source.size(), Framing.CROPPED);
        case MER_FLOW ->
            throw new IllegalArgumentException(
                "the lab draws faces, not flow images; use casme2 with preprocess.input=flow");
      };
    } catch (IllegalArgumentException e) {
      throw new SettingsException(role + ".lab: " + e.getMessage(), e);
    }
  }
}
