package org.macro2micro.cli;

import java.io.IOException;
import java.io.PrintStream;

/**
 * Serves films over HTTP. A module that the command line does not know brings it: it is found among
 * the services of the class path ({@link java.util.ServiceLoader}).
 */
public interface Studio {
  /**
   * Serves until the process is told to end.
   *
   * @param out is told the address, and what a person must know to use it
   * @throws IOException if the folder can't be used, a model can't be read, or the port is taken
   * @throws InterruptedException if the thread is interrupted while it serves
   */
  void serve(ServeSettings settings, PrintStream out) throws IOException, InterruptedException;
}
