package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.macro2micro.catalog.Databases;
import org.macro2micro.clip.Emotion;
import org.macro2micro.config.ExperimentSettings.LabSource;
import org.macro2micro.config.SettingsException;
import org.macro2micro.lab.ClipCounts;
import org.macro2micro.lab.Framing;
import org.macro2micro.lab.LabDatabase;
import org.macro2micro.lab.LabSettings;
import org.macro2micro.lab.Layout;

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
    LabSettings settings = settings(role, database, source, scheme);
    Path folder = out.resolve("lab").resolve(database.shortName() + "-" + digest(settings));
    draw(role, settings, folder);
    return folder;
  }

  /** Each of the three databases with the people and clips that the source asks for. */
  private Path writeComposite(String role, LabSource source, String scheme, Path out)
      throws SettingsException, IOException {
    List<LabSettings> parts = new ArrayList<>();
    for (Databases part : List.of(Databases.CASME2, Databases.SMIC, Databases.SAMM)) {
      parts.add(settings(role, part, source, scheme));
    }
    Path folder = out.resolve("lab").resolve(Databases.COMPOSITE.shortName() + "-" + digest(parts));
    for (LabSettings part : parts) {
      draw(role, part, folder.resolve(part.layout().database()));
    }
    return folder;
  }

  private void draw(String role, LabSettings settings, Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      listener.begin("draw " + role + " clips", settings.clips().total());
      LabDatabase.write(settings, folder, (done, all) -> listener.done(done));
    }
  }

  private static String digest(Object settings) {
    return StoredWork.digest(settings.toString()).substring(0, 16);
  }

  private LabSettings micro(Layout layout, LabSource source) {
    return LabSettings.micro(
        layout, source.subjects(), source.clips(), source.frames(), source.size(), seed);
  }

  private static ClipCounts composite(List<Emotion> emotions, LabSource source) {
    return ClipCounts.even(emotions, source.subjects() * source.clips());
  }

  private LabSettings settings(String role, Databases database, LabSource source, String scheme)
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
