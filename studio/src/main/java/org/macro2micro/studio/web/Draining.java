package org.macro2micro.studio.web;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads within bounds what a client still sends after it was refused. Most clients read the answer
 * only after they have sent everything, and see a broken connection if nobody reads it.
 */
final class Draining {
  private static final long MOST_BYTES = 1L << 30;
  private static final long MOST_NANOSECONDS = 5_000_000_000L;
  private static final int CHUNK = 1 << 16;

  private Draining() {}

  static void of(InputStream body) {
    byte[] chunk = new byte[CHUNK];
    long end = System.nanoTime() + MOST_NANOSECONDS;
    try {
      long bytes = 0;
      for (int read = 0; read >= 0 && bytes < MOST_BYTES; read = body.read(chunk)) {
        bytes += read;
        if (System.nanoTime() - end > 0) {
          return;
        }
      }
    } catch (IOException e) {
      // The client is gone.
    }
  }
}
