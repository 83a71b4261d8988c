package org.macro2micro.cli;

import java.lang.reflect.Constructor;
import java.util.Optional;
import picocli.CommandLine;

/**
 * Makes commands that are given the terminal they print to, and the machines that work for them.
 */
final class CommandFactory implements CommandLine.IFactory {
  private final Terminal terminal;
  private final Optional<Cluster> cluster;
  private final CommandLine.IFactory others = CommandLine.defaultFactory();

  /** Makes commands that do all of their work here. */
  CommandFactory(Terminal terminal) {
    this(terminal, Optional.empty());
  }

  /**
   * @param cluster empty if all is done here
   */
  CommandFactory(Terminal terminal, Optional<Cluster> cluster) {
    this.terminal = terminal;
    this.cluster = cluster;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      Class<?>[] parameters = constructor.getParameterTypes();
      if (parameters.length == 1 && parameters[0] == Terminal.class) {
        return type.cast(constructor.newInstance(terminal));
      }
      if (parameters.length == 2
          && parameters[0] == Terminal.class
          && parameters[1] == Optional.class) {
        return type.cast(constructor.newInstance(terminal, cluster));
      }
    }
    return others.create(type);
  }
}
