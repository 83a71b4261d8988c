package org.macro2micro.studio.fuzz;

import java.util.Arrays;
import java.util.Random;

/** Changes bytes at random, as a bad disk, a bad line or a bad person does. */
final class Damage {
  private static final int MOST_INSERTED = 3000;

  private Damage() {}

  /**
   * Returns bytes with some changes: single bits and bytes, a cut end, a piece that is repeated,
   * left out or filled, or a number at the beginning that is very large.
   *
   * @param most one less than the largest number of changes; few are likelier than many
   */
  static byte[] of(byte[] whole, int most, Random random) {
    byte[] bytes = whole.clone();
    for (int i = random.nextInt(1 + random.nextInt(most + 1)); i >= 0 && bytes.length > 0; i--) {
      int at = random.nextInt(bytes.length);
      int length = random.nextInt(Math.min(MOST_INSERTED, bytes.length - at) + 1);
      // Small changes reach further into a decoder than those that move all that follows.
      switch (random.nextInt(14)) {
        case 0, 1, 2, 3 -> bytes[at] = (byte) random.nextInt(256);
        case 4, 5, 6, 7 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 8, 9 -> number(bytes, random);
        case 10 -> bytes = Arrays.copyOf(bytes, at);
        case 11 -> bytes = joined(bytes, at, at, filled(bytes[at], random));
        case 12 -> bytes = joined(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
        default -> bytes = joined(bytes, at, at + length, new byte[0]);
      }
    }
    return bytes;
  }

  private static byte[] filled(byte value, Random random) {
    byte[] piece = new byte[1 + random.nextInt(MOST_INSERTED)];
    Arrays.fill(piece, value);
    return piece;
  }

  /** Puts a piece in the place of the bytes from one place to another. */
  private static byte[] joined(byte[] bytes, int from, int to, byte[] piece) {
    byte[] joined = new byte[from + piece.length + bytes.length - to];
    System.arraycopy(bytes, 0, joined, 0, from);
    System.arraycopy(piece, 0, joined, from, piece.length);
    System.arraycopy(bytes, to, joined, from + piece.length, bytes.length - to);
    return joined;
  }

  /** Headers hold sizes and counts of four bytes, in the one order or the other. */
  private static void number(byte[] bytes, Random random) {
    int[] numbers = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0xffff, 0x10000, 0xffffff};
    int number = numbers[random.nextInt(numbers.length)];
    int at = random.nextInt(Math.min(bytes.length, 512));
    boolean isLarge = random.nextBoolean();
    for (int i = 0; i < 4 && at + i < bytes.length; i++) {
      bytes[at + i] = (byte) (number >>> (8 * (isLarge ? 3 - i : i)));
    }
  }
}
