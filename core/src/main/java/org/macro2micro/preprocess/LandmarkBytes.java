package org.macro2micro.preprocess;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Landmarks in a file of the {@link ClipCache}, little-endian: the number of points, 0 where there
 * are no landmarks and nothing follows; the length of the scheme's name, the name, each point's
 * mirrored partner, and x and y of each point of each frame as they are.
 */
final class LandmarkBytes {
  private LandmarkBytes() {}

  static byte[] of(Optional<Landmarks> landmarks) {
    byte[] name = landmarks.map(l -> l.scheme().name()).orElse("").getBytes(StandardCharsets.UTF_8);
    int points = landmarks.map(l -> l.scheme().size()).orElse(0);
    int frames = landmarks.map(l -> l.frames().size()).orElse(0);
    int head = landmarks.isEmpty() ? 1 : 2 + points;
    ByteBuffer buffer =
        ByteBuffer.allocate(head * Integer.BYTES + name.length + 2 * Float.BYTES * frames * points)
            .order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(points);
    landmarks.ifPresent(
        marks -> {
          buffer.putInt(name.length).put(name);
          marks.scheme().mirrored().forEach(buffer::putInt);
          for (List<Landmarks.Point> frame : marks.frames()) {
            frame.forEach(point -> buffer.putFloat(point.x()).putFloat(point.y()));
          }
        });
    return buffer.array();
  }

  /**
   * Reads what {@link #of} wrote.
   *
   * @param buffer stands where the landmarks begin and ends where they end
   * @param frames T of the clip
   * @throws IllegalArgumentException if something else is there
   */
  static Optional<Landmarks> read(ByteBuffer buffer, int frames) {
    int points = count(buffer, Integer.BYTES);
    Optional<Landmarks> landmarks =
        points == 0 ? Optional.empty() : Optional.of(read(buffer, points, frames));
    if (buffer.hasRemaining()) {
      throw new IllegalArgumentException(buffer.remaining() + " bytes after the landmarks");
    }
    return landmarks;
  }

  private static Landmarks read(ByteBuffer buffer, int points, int frames) {
    byte[] name = new byte[count(buffer, 1)];
    buffer.get(name);
    long rest = (long) points * (Integer.BYTES + 2L * Float.BYTES * frames);
    if (buffer.remaining() != rest) {
      throw new IllegalArgumentException(
          "landmarks: %d bytes, expected %d".formatted(buffer.remaining(), rest));
    }
    List<Integer> mirrored = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      mirrored.add(buffer.getInt());
    }
    List<List<Landmarks.Point>> all = new ArrayList<>();
    for (int f = 0; f < frames; f++) {
      List<Landmarks.Point> frame = new ArrayList<>();
      for (int i = 0; i < points; i++) {
        frame.add(new Landmarks.Point(buffer.getFloat(), buffer.getFloat()));
      }
      all.add(frame);
    }
    String text = new String(name, StandardCharsets.UTF_8);
    return new Landmarks(new LandmarkScheme(text, mirrored), all);
  }

  /** Reads a number of items of a given size in bytes, and checks that all of them are there. */
  private static int count(ByteBuffer buffer, int bytes) {
    int count = buffer.remaining() < Integer.BYTES ? -1 : buffer.getInt();
    if (count < 0 || (long) count * bytes > buffer.remaining()) {
      throw new IllegalArgumentException(
          "landmarks: a count of %d before %d bytes".formatted(count, buffer.remaining()));
    }
    return count;
  }
}
