package org.macro2micro.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that --version prints. */
final class ProductVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return ReadyAnswers.version().toArray(String[]::new);
  }
}
