package org.macro2micro.studio.store;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a job, which nobody can guess. It becomes part of paths, so that it may hold
 * hexadecimal digits only.
 *
 * @param text 32 hexadecimal digits
 */
public record JobId(String text) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
  private static final SecureRandom RANDOM = new SecureRandom();

  public JobId {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("job: expected 32 hexadecimal digits");
    }
  }

  /** Returns a new name. */
  public static JobId next() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return new JobId(HexFormat.of().formatHex(bytes));
  }

  /** Returns the name that a caller gave, or nothing if the text can't be the name of a job. */
  public static Optional<JobId> of(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new JobId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return text;
  }
}
