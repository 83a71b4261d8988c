package org.macro2micro.studio.analysis;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.macro2micro.base.NativeFiles;

/**
 * The process that decodes a film. It reads its task from a line of standard input, and ends when
 * standard input does: the service that started it is then gone.
 */
public final class AnalysisMain {
  private AnalysisMain() {}

  /** Does the task. The exit code is 0 if the task is done. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    FilmTask task = new ObjectMapper().readValue(in.readLine(), FilmTask.class);
    Thread watching = new Thread(() -> endWith(in), "service");
    watching.setDaemon(true);
    watching.start();
    NativeFiles.place();
    Telling telling = new Telling(out);
    Analysis analysis = new Analysis(task, telling);
    try {
      analysis.run();
    } catch (RefusedFilm e) {
      telling.refused(
          new RefusedFilm(e.reason(), analysis.withoutPath(String.valueOf(e.getMessage())), e));
      System.exit(ChildExit.REFUSED);
    } catch (OutOfMemoryError e) {
      // Libraries throw it themselves where Java does not; Java ends with the same code.
      Runtime.getRuntime().halt(ChildExit.OUT_OF_MEMORY);
    }
    telling.done();
    System.exit(0);
  }

  private static void endWith(BufferedReader in) {
    try {
      while (in.read() >= 0) {
        // The service says nothing more.
      }
    } catch (IOException e) {
      // The pipe is broken, which says the same.
    }
    Runtime.getRuntime().halt(ChildExit.ABANDONED);
  }
}
