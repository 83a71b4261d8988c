package org.macro2micro.cli;

import java.util.Locale;
import org.macro2micro.config.TableSize;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the size that users may choose; {@link TableSize#FLOW} follows from the clips. */
final class SizeText implements ITypeConverter<TableSize> {
  @Override
  public TableSize convert(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "tiny" -> TableSize.TINY;
      case "small" -> TableSize.SMALL;
      case "full" -> TableSize.FULL;
      default ->
          throw new TypeConversionException(
              "found %s, expected tiny, small or full".formatted(text));
    };
  }
}
