package org.macro2micro.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.macro2micro.run.Product;

/** Keeps the trace of a fault in a file, since nobody wants it on a terminal. */
final class FaultFile {
  private FaultFile() {}

  /**
   * Writes the trace into a new file of the folder of temporary files.
   *
   * @return where it is, as the end of a sentence about the fault
   */
  static String written(Throwable failure) {
    try {
      Path file = Files.createTempFile("macro2micro-fault-", ".txt");
      try (PrintWriter text =
          new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
        text.printf("macro2micro %s%n", Product.version());
        for (String property : new String[] {"java.version", "os.name", "os.version", "os.arch"}) {
          text.printf("%s %s%n", property, System.getProperty(property));
        }
        failure.printStackTrace(text);
        if (text.checkError()) {
          throw new IOException("not all of it was written");
        }
      }
      return "please report it with " + file;
    } catch (IOException | RuntimeException | Error e) {
      return "its trace could not be written to %s (%s); MACRO2MICRO_JAVA_OPTS=-Dmacro2micro.trace=true before the command prints it"
          .formatted(System.getProperty("java.io.tmpdir"), e.getClass().getSimpleName());
    }
  }
}
