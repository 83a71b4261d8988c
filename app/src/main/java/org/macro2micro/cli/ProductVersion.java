package org.macro2micro.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that --version prints. */
final class ProductVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "macro2micro " + org.macro2micro.run.Product.version(),
      "Java " + System.getProperty("java.version")
    };
  }
}
