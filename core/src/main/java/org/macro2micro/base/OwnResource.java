package org.macro2micro.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files that belong to the program itself and lie beside its classes. */
public final class OwnResource {
  private OwnResource() {}

  /**
   * A whole resource.
   *
   * @param beside the class next to which it lies
   * @param name relative to that class's package, or absolute with a leading "/"
   * @throws IllegalStateException if it is missing from the class path
   */
  public static byte[] bytes(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            "the built-in %s is not on the class path; rebuild with mvn package".formatted(name));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the built-in %s".formatted(name), e);
    }
  }

  /** The same as text in UTF-8. */
  public static String text(Class<?> beside, String name) {
    return new String(bytes(beside, name), StandardCharsets.UTF_8);
  }
}
