package org.macro2micro.cli;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Remembers that results could not be written, which Java's print streams keep to themselves. */
final class ResultStream extends OutputStream {
  private final OutputStream next;
  private @Nullable IOException failure;

  ResultStream(OutputStream next) {
    this.next = next;
  }

  /** What failed first; null if all was written. A reader that has read enough is no failure. */
  @Nullable IOException failure() {
    return failure == null || String.valueOf(failure.getMessage()).contains("Broken pipe")
        ? null
        : failure;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      next.write(bytes, from, length);
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      next.flush();
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }
}
