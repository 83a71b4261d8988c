package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.macro2micro.catalog.Databases;
import org.macro2micro.clip.Emotion;
import org.macro2micro.config.ExperimentSettings.LabSource;
import org.macro2micro.config.SettingsException;
import org.macro2micro.lab.ClipCounts;
import org.macro2micro.lab.Framing;
import org.macro2micro.lab.LabDatabase;
import org.macro2micro.lab.LabSettings;

/** Generates the databases that an experiment asks the lab for, once for each set of settings. */
final class LabSources {
  /** The emotions of CASME II that the composite task takes; "others" would be drawn in vain. */
  private static final List<Emotion> COMPOSITE =
      List.of(Emotion.HAPPINESS, Emotion.DISGUST, Emotion.SURPRISE, Emotion.REPRESSION);

  private final long seed;
  private final RunListener listener;

  LabSources(long seed, RunListener listener) {
    this.seed = seed;
    this.listener = listener;
  }

  /** The folder of the generated database, below the run's folder. */
  Path write(String role, Databases database, LabSource source, String scheme, Path out)
      throws SettingsException, IOException {
    return write(database.shortName(), settings(role, database, source, scheme), out);
  }

  /** The folder of a database drawn with these settings, below the run's folder. */
  Path write(String name, LabSettings settings, Path out) throws IOException {
    Path folder = folder(name, settings, out);
    if (!Files.isDirectory(folder)) {
      listener.begin("draw " + name + " clips", settings.clips().total());
      LabDatabase.write(settings, folder, (done, all) -> listener.done(done));
    }
    return folder;
  }

  /** Where {@link #write} puts a database. */
  Path folder(String name, LabSettings settings, Path out) {
    String digest = StoredWork.digest(settings.toString()).substring(0, 16);
    return out.resolve("lab").resolve(name + "-" + digest);
  }

  /** What the lab draws for a source of an experiment. */
  LabSettings settings(String role, Databases database, LabSource source, String scheme)
      throws SettingsException {
    try {
      return switch (database) {
        case CASME2 -> {
          LabSettings all =
              LabSettings.casme2(
                  source.subjects(), source.clips(), source.frames(), source.size(), seed);
          int clips = source.subjects() * source.clips();
          yield scheme.equals("cde") ? all.withClips(ClipCounts.even(COMPOSITE, clips)) : all;
        }
        case CKPLUS ->
            LabSettings.ckplus(source.subjects(), source.clips(), source.frames(), seed)
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
