package org.macro2micro.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a path as users type it. Nothing at all, as from an unset variable, is not a path.
 *
 * @param whole whether paths are made whole, for machines that work in other folders
 */
record PathText(boolean whole) implements ITypeConverter<Path> {
  @Override
  public Path convert(String text) {
    if (text.isBlank()) {
      throw new TypeConversionException("found nothing, expected a file or a folder");
    }
    try {
      Path path = Path.of(text);
      return whole ? path.toAbsolutePath().normalize() : path;
    } catch (InvalidPathException e) {
      throw new TypeConversionException(FailureText.of(e).line());
    }
  }
}
