package org.macro2micro.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * How clips are prepared for a method as its authors do it: settings from methods.yaml, to be
 * overlaid by whoever wants others.
 */
public final class MethodPreset {
  private static final String RESOURCE = "methods.yaml";

  private MethodPreset() {}

  /**
   * The settings as YAML; empty for a method that has none.
   *
   * @param method its name in the catalog
   */
  public static String of(String method) {
    try (InputStream in = MethodPreset.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the product's own " + RESOURCE + " is missing");
      }
      JsonNode own = SettingsMapper.YAML.readTree(in).path(method);
      return own.isMissingNode() ? "" : own.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("the product's own " + RESOURCE, e);
    }
  }
}
