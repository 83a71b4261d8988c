package org.macro2micro.run;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.base.OwnResource;
import org.macro2micro.nn.EngineStart;
import org.macro2micro.nn.TorchLibrary;

/** What this software and its libraries are, from a resource that the build fills in. */
public final class Product {
  private Product() {}

  /** The version, such as "0.1.0". */
  public static String version() {
    return properties().getProperty("version");
  }

  /**
   * Versions of the libraries that numbers depend on, by name; an installed PyTorch stands in place
   * of the product's own.
   */
  public static SortedMap<String, String> libraries() {
    SortedMap<String, String> libraries = new TreeMap<>();
    Properties all = properties();
    for (String name : all.stringPropertyNames()) {
      if (!name.equals("version")) {
        libraries.put(name, all.getProperty(name));
      }
    }
    TorchLibrary torch = EngineStart.library();
    if (torch.folder() != null) {
      libraries.put("libtorch", torch.version() + ", installed");
    }
    return libraries;
  }

  private static Properties properties() {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(OwnResource.text(Product.class, "product.properties")));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the built-in product.properties", e);
    }
  }
}
