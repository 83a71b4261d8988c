package org.macro2micro.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** What this software and its libraries are, from a resource that the build fills in. */
public final class Product {
  private Product() {}

  /** The version, such as "0.1.0". */
  public static String version() {
    return properties().getProperty("version");
  }

  /** Versions of the libraries that numbers depend on, by name. */
  public static SortedMap<String, String> libraries() {
    SortedMap<String, String> libraries = new TreeMap<>();
    Properties all = properties();
    for (String name : all.stringPropertyNames()) {
      if (!name.equals("version")) {
        libraries.put(name, all.getProperty(name));
      }
    }
    return libraries;
  }

  private static Properties properties() {
    Properties properties = new Properties();
    try (InputStream in = Product.class.getResourceAsStream("product.properties")) {
      if (in == null) {
        throw new IllegalStateException("the built-in product.properties is missing");
      }
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the built-in product.properties", e);
    }
  }
}
