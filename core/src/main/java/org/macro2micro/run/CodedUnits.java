package org.macro2micro.run;

import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.config.SettingsException;
import org.macro2micro.experiment.Row;

/** Which rows learn from action units, and whether somebody coded them. */
final class CodedUnits {
  private CodedUnits() {}

  /** Whether a row learns from the action units of its training clips. */
  static boolean ofMicro(Row row) {
    return ExperimentSettings.pageOf(row).needs().units();
  }

  /** Whether a row learns from the action units of macro clips. */
  static boolean ofMacro(Row row) {
    return ExperimentSettings.pageOf(row).needs().macroUnits();
  }

  /**
   * Refuses micro clips without units.
   *
   * @throws SettingsException if the row learns from units, and no clip has a coded one
   */
  static void requireMicro(Row row, ClipSource micro) throws SettingsException {
    if (ofMicro(row) && micro.units().isEmpty()) {
      throw new SettingsException(
          "row \"%s\" learns from action units, and nobody coded those of the %d clips of %s; take a database whose clips are coded (casme2, samm), or leave the row out"
              .formatted(row, micro.truth().size(), micro.database()));
    }
  }
}
