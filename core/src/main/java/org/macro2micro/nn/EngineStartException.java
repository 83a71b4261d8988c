package org.macro2micro.nn;

import org.jspecify.annotations.Nullable;

/** The libraries of PyTorch can't be used here; the message names what stands in the way. */
public final class EngineStartException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  EngineStartException(String message) {
    super(message);
  }

  EngineStartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
