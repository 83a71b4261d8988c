package org.macro2micro.studio.film;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The frames of a film as JPEG pictures. One file holds the pictures one after the other; another
 * says in eight bytes where each of them begins, and in eight more where the last one ends.
 */
public final class FramePack {
  private static final String PICTURES = "frames.jpegs";
  private static final String PLACES = "frames.index";

  /** The size of the largest picture that is read, in bytes. */
  private static final int MOST_BYTES = 32 << 20;

  private FramePack() {}

  /** Writes pictures in their order. */
  public static final class Writer implements AutoCloseable {
    private final DataOutputStream pictures;
    private final DataOutputStream places;
    private long end;

    /** Starts the two files in a folder. */
    public Writer(Path folder) throws IOException {
      pictures = open(folder.resolve(PICTURES));
      places = open(folder.resolve(PLACES));
      places.writeLong(0);
    }

    private static DataOutputStream open(Path file) throws IOException {
      return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    /** Adds the next frame. */
    public void add(byte[] jpeg) throws IOException {
      pictures.write(jpeg);
      end += jpeg.length;
      places.writeLong(end);
    }

    @Override
    public void close() throws IOException {
      try (pictures) {
        places.close();
      }
    }
  }

  /** Returns the number of frames. */
  public static int count(Path folder) throws IOException {
    return (int) (Files.size(folder.resolve(PLACES)) / Long.BYTES) - 1;
  }

  /**
   * Reads a frame.
   *
   * @param frame from 0
   * @return the picture as JPEG
   * @throws IndexOutOfBoundsException if the film does not have this frame
   * @throws IOException if the files are missing or damaged
   */
  public static byte[] read(Path folder, int frame) throws IOException {
    if (frame < 0 || frame >= count(folder)) {
      throw new IndexOutOfBoundsException(
          "frame %d; expected 0 to %d".formatted(frame, count(folder) - 1));
    }
    ByteBuffer place = ByteBuffer.allocate(2 * Long.BYTES);
    try (FileChannel places = FileChannel.open(folder.resolve(PLACES), StandardOpenOption.READ)) {
      fill(place, places, (long) frame * Long.BYTES);
    }
    long from = place.getLong(0);
    long length = place.getLong(Long.BYTES) - from;
    if (from < 0 || length < 0 || length > MOST_BYTES) {
      throw new IOException(
          "frames: frame %d has %d bytes; expected 0 to %d".formatted(frame, length, MOST_BYTES));
    }
    ByteBuffer picture = ByteBuffer.allocate((int) length);
    try (FileChannel all = FileChannel.open(folder.resolve(PICTURES), StandardOpenOption.READ)) {
      fill(picture, all, from);
    }
    return picture.array();
  }

  private static void fill(ByteBuffer buffer, FileChannel channel, long from) throws IOException {
    long at = from;
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, at);
      if (read < 0) {
        throw new IOException("frames: the file ends at byte %d; it is damaged".formatted(at));
      }
      at += read;
    }
  }
}
