package org.macro2micro.studio.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a body and refuses one that comes too slowly: a caller who sends a byte now and then would
 * keep a thread for ever.
 */
final class PacedBody extends FilterInputStream {
  private static final long FREE_SECONDS = 30;
  private static final long LEAST_BYTES_PER_SECOND = 1000;
  private static final double NANOSECONDS = 1e9;

  private final long start = System.nanoTime();
  private long bytes;

  PacedBody(InputStream body) {
    super(body);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] chunk, int from, int length) throws IOException {
    int read = in.read(chunk, from, length);
    bytes += Math.max(0, read);
    double seconds = (System.nanoTime() - start) / NANOSECONDS;
    if (seconds - FREE_SECONDS > (double) bytes / LEAST_BYTES_PER_SECOND) {
      throw new IOException(
          "body: %d bytes in %.0f s; expected at least %d a second"
              .formatted(bytes, seconds, LEAST_BYTES_PER_SECOND));
    }
    return read;
  }
}
