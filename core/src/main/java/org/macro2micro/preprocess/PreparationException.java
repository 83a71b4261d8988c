package org.macro2micro.preprocess;

import org.jspecify.annotations.Nullable;
import org.macro2micro.clip.ClipId;

/**
 * Thrown if a clip can't be prepared. The message names the clip, the file, what was found and what
 * was expected.
 */
public final class PreparationException extends Exception {
  private static final long serialVersionUID = 1;

  PreparationException(ClipId clip, String problem) {
    super(clip + ": " + problem);
  }

  PreparationException(ClipId clip, String problem, @Nullable Throwable cause) {
    super(clip + ": " + problem, cause);
  }
}
