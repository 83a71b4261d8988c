package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.macro2micro.catalog.Databases;
import org.macro2micro.catalog.LabelSchemes;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.config.SettingsException;
import org.macro2micro.experiment.Row;
import org.macro2micro.method.MethodPage;
import org.macro2micro.preprocess.PreparedClips;
import org.macro2micro.preprocess.PreprocessSettings;

/**
 * What the settings of an experiment need, looked at before any clip is read or drawn: a row that
 * can't be trained, or a file that is not there, must not end hours of work.
 */
final class Requirements {
  private Requirements() {}

  /**
   * Looks at everything, the folders of the databases too.
   *
   * @return the methods of the rows
   * @throws SettingsException as {@link #ofSettings}, or if a database is not known or not there
   * @throws IOException as {@link #ofSettings}
   */
  static RowMethods of(ExperimentFile file) throws SettingsException, IOException {
    ExperimentSettings settings = file.settings();
    RowMethods methods = ofSettings(file);
    database("micro", settings.micro().database());
    folder("micro", settings.micro().root());
    if (methods.areGuided()) {
      database("macro", settings.macro().database());
      folder("macro", settings.macro().root());
    }
    return methods;
  }

  /**
   * Looks at all but the databases: what each row's method takes, and the files that settings name.
   *
   * @return the methods of the rows
   * @throws SettingsException if a row's preparation is not what its method takes, or a setting
   *     can't be used
   * @throws IOException if a file that settings name can't be read
   */
  static RowMethods ofSettings(ExperimentFile file) throws SettingsException, IOException {
    ExperimentSettings settings = file.settings();
    scheme("micro.scheme", settings.micro().scheme());
    try {
      for (Row row : settings.rows()) {
        MethodPage page = ExperimentSettings.pageOf(row);
        PreprocessSettings preparation = settings.blockOf(row).preprocess();
        page.needs().require(page.name(), preparation.input());
        PreparedClips.requireFiles(preparation);
      }
      RowMethods methods = RowMethods.of(settings, settings.rows());
      methods.files();
      return methods;
    } catch (IllegalArgumentException e) {
      throw new SettingsException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Refuses a folder of a database that is not there.
   *
   * @param role what names the folder, such as "micro"
   * @param folder null if the lab draws the database, or none is named at all
   */
  static void folder(String role, @Nullable Path folder) throws SettingsException {
    if (folder == null) {
      return;
    }
    if (folder.toString().isBlank()) {
      throw new SettingsException(role + ".root: found nothing, expected a folder");
    }
    if (!Files.exists(folder)) {
      throw new SettingsException(
          "%s.root: %s: no such folder; expected the folder of the database"
              .formatted(role, folder));
    }
  }

  /** Refuses a label scheme that is not known. */
  static void scheme(String role, String name) throws SettingsException {
    if (!LabelSchemes.names().contains(name)) {
      throw new SettingsException(
          "%s: \"%s\" is not known; expected one of %s"
              .formatted(role, name, LabelSchemes.names()));
    }
  }

  /** The database of a name. */
  static Databases database(String role, String name) throws SettingsException {
    try {
      return Databases.byName(name);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(role + ".database: " + e.getMessage(), e);
    }
  }
}
