package org.macro2micro.method;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Vectors that are computed once and read again and again, such as what a frozen network makes of
 * each clip: in memory up to a bound, and those beyond it in a temporary file that vanishes with
 * this store. The values are the same each way.
 */
public final class VectorStore {
  /** The usual bound: a fifth of the usual heap. */
  public static final long MOST_BYTES = 300L << 20;

  private final long mostBytes;
  private final List<float[]> held = new ArrayList<>();
  private long heldBytes;
  private int length = -1;
  private int size;
  private @Nullable FileChannel file;

  /**
   * @param mostBytes bound on what is held in memory, at least 0
   */
  public VectorStore(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /**
   * Adds a vector at the end.
   *
   * @param vector as long as all others; not changed afterwards
   * @throws UncheckedIOException if there is no room on the disk
   */
  public void add(float[] vector) {
    if (length >= 0 && vector.length != length) {
      throw new IllegalArgumentException(
          "vector of %d numbers, expected %d as before".formatted(vector.length, length));
    }
    length = vector.length;
    long bytes = (long) Float.BYTES * length;
    if (file == null && heldBytes + bytes <= mostBytes) {
      held.add(vector);
      heldBytes += bytes;
    } else {
      write(vector, (size - held.size()) * bytes);
    }
    size++;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** The bytes that are held in memory. */
  long heldBytes() {
    return heldBytes;
  }

  /**
   * Copies some of them, one behind the other.
   *
   * @param places each from 0, below {@link #size}
   * @throws UncheckedIOException if the file can't be read
   */
  public float[] of(int[] places) {
    int each = Math.max(0, length);
    float[] values = new float[Math.multiplyExact(places.length, each)];
    for (int i = 0; i < places.length; i++) {
      if (places[i] < held.size()) {
        System.arraycopy(held.get(places[i]), 0, values, i * each, each);
      } else {
        read(places[i] - held.size(), values, i * each);
      }
    }
    return values;
  }

  private void write(float[] vector, long position) {
    ByteBuffer bytes = buffer();
    bytes.asFloatBuffer().put(vector);
    try {
      FileChannel channel = file;
      if (channel == null) {
        Path path = Files.createTempFile("macro2micro", ".vectors");
        channel =
            FileChannel.open(
                path,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        file = channel;
      }
      for (long at = position; bytes.hasRemaining(); ) {
        at += channel.write(bytes, at);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private void read(int place, float[] values, int offset) {
    FileChannel channel = file;
    if (channel == null || place >= size - held.size()) {
      throw new IndexOutOfBoundsException("vector %d of %d".formatted(place + held.size(), size));
    }
    ByteBuffer bytes = buffer();
    try {
      long start = (long) place * bytes.capacity();
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, start + bytes.position()) < 0) {
          throw new IOException("it is shorter than what was written to it");
        }
      }
    } catch (IOException e) {
      throw failure(e);
    }
    bytes.flip();
    bytes.asFloatBuffer().get(values, offset, length);
  }

  private ByteBuffer buffer() {
    return ByteBuffer.allocate(Math.multiplyExact(length, Float.BYTES))
        .order(ByteOrder.nativeOrder());
  }

  private static UncheckedIOException failure(IOException e) {
    String message =
        "temporary file of vectors in %s: %s; it needs room there, or name another folder with -Djava.io.tmpdir"
            .formatted(System.getProperty("java.io.tmpdir"), e.getMessage());
    return new UncheckedIOException(message, new IOException(message, e));
  }
}
