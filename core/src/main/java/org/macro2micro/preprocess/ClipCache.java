package org.macro2micro.preprocess;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.macro2micro.clip.ClipId;

/**
 * Keeps prepared clips on disk, one file for each under its key: magic, T, H, W, apex, the values
 * in steps of 1/32767, the landmarks, a checksum. A file that is damaged, or of an earlier format,
 * counts as missing and is made again.
 *
 * @param folder exists
 * @param input what the clips show, which their keys settle
 */
record ClipCache(Path folder, Input input) {
  /** "M2M" and the number of the format, 2. */
  private static final int MAGIC = 0x4d324d32;

  private static final int HEAD = 5 * Integer.BYTES;
  private static final float STEPS = 32767;

  /** Rounds a clip's values as storing them does, so that fresh and cached clips are the same. */
  static PreparedClip rounded(PreparedClip clip) {
    float[] rounded = new float[clip.pixels().length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = Math.round(clip.pixels()[i] * STEPS) / STEPS;
    }
    return clip.with(rounded, clip.landmarks());
  }

  /** The clip kept under this key, if its file is there and whole. */
  Optional<PreparedClip> find(String key, ClipId id) throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file(key));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (bytes.length < HEAD + Long.BYTES) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int body = bytes.length - Long.BYTES;
    if (buffer.getInt(0) != MAGIC || buffer.getLong(body) != checksum(bytes, body)) {
      return Optional.empty();
    }
    buffer.position(Integer.BYTES);
    int frames = buffer.getInt();
    int height = buffer.getInt();
    int width = buffer.getInt();
    int apex = buffer.getInt();
    long values = (long) frames * PreparedClip.CHANNELS * height * width;
    if (values < 0 || values * Short.BYTES > body - HEAD) {
      return Optional.empty();
    }
    float[] pixels = new float[(int) values];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = buffer.getShort() / STEPS;
    }
    try {
      Optional<Landmarks> marks = LandmarkBytes.read(buffer.limit(body), frames);
      return Optional.of(new PreparedClip(id, input, frames, height, width, apex, pixels, marks));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Keeps a clip, either whole or not at all. */
  void keep(String key, PreparedClip clip) throws IOException {
    byte[] landmarks = LandmarkBytes.of(clip.landmarks());
    int body = HEAD + clip.pixels().length * Short.BYTES + landmarks.length;
    ByteBuffer buffer = ByteBuffer.allocate(body + Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(MAGIC).putInt(clip.frames());
    buffer.putInt(clip.height()).putInt(clip.width()).putInt(clip.apex());
    for (float value : clip.pixels()) {
      buffer.putShort((short) Math.round(value * STEPS));
    }
    buffer.put(landmarks);
    buffer.putLong(checksum(buffer.array(), body));
    Path part = Files.createTempFile(folder, key.substring(0, 16), ".part");
    try {
      Files.write(part, buffer.array());
      Files.move(
          part, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private Path file(String key) {
    return folder.resolve(key + ".clip");
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return crc.getValue();
  }
}
