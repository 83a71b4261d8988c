package org.macro2micro.cli;

import org.macro2micro.experiment.Row;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a row as users type it. */
final class RowText implements ITypeConverter<Row> {
  @Override
  public Row convert(String text) {
    try {
      return Row.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
