package org.macro2micro.studio;

import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.macro2micro.cli.ServeSettings;
import org.macro2micro.cli.Studio;

/** The studio that the command line finds. */
public final class StudioService implements Studio {
  /** The loader of services calls this. */
  public StudioService() {}

  @Override
  public void serve(ServeSettings settings, PrintStream out)
      throws IOException, InterruptedException {
    try (RunningStudio studio = RunningStudio.start(settings, InstantSource.system())) {
      Runtime.getRuntime().addShutdownHook(new Thread(studio::close, "stop"));
      out.println("studio: " + studio.address() + " (Ctrl-C ends it)");
      studio.notes().forEach(out::println);
      out.flush();
      new CountDownLatch(1).await();
    } catch (JavalinBindException e) {
      throw new IOException(
          "serve: the service can't listen at %s, port %d (%s); another program may use the port: choose another with --port"
              .formatted(settings.host(), settings.port(), e.getMessage()),
          e);
    }
  }
}
