package org.macro2micro.studio.film;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The form in which pictures of a camera travel, one after the other: the time in seconds as an
 * IEEE double, the number of bytes as an unsigned integer of 32 bits, both with the highest byte
 * first, and then the JPEG. A picture of no bytes says that the camera is off.
 */
public final class CameraShots {
  /** The size of the largest picture that is taken, in bytes. */
  public static final int MOST_BYTES = 2 << 20;

  private static final int HEAD = Double.BYTES + Integer.BYTES;
  private static final byte[] OFF = new byte[HEAD];
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

  private CameraShots() {}

  /**
   * A picture.
   *
   * @param seconds when it was taken
   * @param jpeg its bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // read once and never compared
  public record Shot(double seconds, byte[] jpeg) {}

  /** Returns the bytes that say that the camera is off. */
  public static byte[] off() {
    return OFF.clone();
  }

  /**
   * Reads the next picture; empty when the camera is off.
   *
   * @throws EOFException if the bytes end without saying that the camera is off
   */
  public static Optional<Shot> read(DataInputStream in) throws IOException {
    double seconds = in.readDouble();
    int length = in.readInt();
    if (length == 0) {
      return Optional.empty();
    }
    if (length < 0 || length > MOST_BYTES) {
      throw new IOException(
          "camera: a picture of %d bytes; expected 1 to %d"
              .formatted(Integer.toUnsignedLong(length), MOST_BYTES));
    }
    byte[] jpeg = new byte[length];
    in.readFully(jpeg);
    return Optional.of(new Shot(seconds, jpeg));
  }

  /**
   * Checks the form of a batch of pictures, without decoding any.
   *
   * @param after the time of the picture before the batch
   * @return the time of the last picture, or of the one before if the batch is empty
   * @throws IllegalArgumentException if something is not as it should be
   */
  public static double check(byte[] batch, double after) {
    ByteBuffer left = ByteBuffer.wrap(batch);
    double last = after;
    while (left.hasRemaining()) {
      if (left.remaining() < HEAD) {
        throw new IllegalArgumentException(
            "A picture's head has %d bytes; expected %d".formatted(left.remaining(), HEAD));
      }
      double seconds = left.getDouble();
      long length = Integer.toUnsignedLong(left.getInt());
      if (!(seconds > last && Double.isFinite(seconds))) {
        throw new IllegalArgumentException(
            "A picture is of %s s, after one of %s s; expected growing times"
                .formatted(seconds, last));
      }
      if (length == 0 || length > MOST_BYTES || length > left.remaining()) {
        throw new IllegalArgumentException(
            "A picture has %d bytes, of which %d are here; expected 1 to %d"
                .formatted(length, left.remaining(), MOST_BYTES));
      }
      int begin = left.position();
      if (length < JPEG.length
          || ByteBuffer.wrap(batch, begin, JPEG.length).mismatch(ByteBuffer.wrap(JPEG)) >= 0) {
        throw new IllegalArgumentException("A picture is not a JPEG; expected one");
      }
      left.position(begin + (int) length);
      last = seconds;
    }
    return last;
  }
}
