package org.macro2micro.method;

import java.util.OptionalDouble;
import org.macro2micro.preprocess.PreprocessSettings;

/**
 * How macro clips are shown to a method where this differs from its micro clips, so that both look
 * more alike.
 *
 * @param until share of the way from onset to apex that is shown, of what {@code macro.until}
 *     leaves; above 0 to 1
 * @param magnification in place of that of micro clips; empty for the same
 */
public record MacroForm(double until, OptionalDouble magnification) {
  /** The form of the micro clips. */
  public static final MacroForm LIKE_MICRO = new MacroForm(1, OptionalDouble.empty());

  public MacroForm {
    if (!(until > 0 && until <= 1)) {
      throw new IllegalArgumentException(
          "macro-until: found %s, expected more than 0, at most 1".formatted(until));
    }
  }

  /** The preparation of macro clips that goes with one of micro clips. */
  public PreprocessSettings preparation(PreprocessSettings micro) {
    return magnification.isPresent() ? micro.withMagnification(magnification.getAsDouble()) : micro;
  }
}
