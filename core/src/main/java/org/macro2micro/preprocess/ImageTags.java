package org.macro2micro.preprocess;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/**
 * Finds what an image file says of its picture apart from its size: which way is up (EXIF's
 * Orientation, in JPEG, PNG and TIFF), and how many bits a value has (PNG and TIFF). Whatever the
 * bytes, nothing is thrown: what can't be read counts as not said.
 */
final class ImageTags {
  /** Rows run down and columns to the right. */
  static final int UPRIGHT = 1;

  private static final int LAST_ORIENTATION = 8;
  private static final int USUAL_BITS = 8;
  private static final int ORIENTATION = 0x112;
  private static final int BITS_PER_SAMPLE = 0x102;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int ENTRY_BYTES = 12;
  private static final long PNG = 0x89504e470d0a1a0aL;
  private static final int IHDR_BITS = 24;
  private static final int EXIF_CHUNK = 0x65584966;
  private static final int APP1 = 0xffe1;
  private static final int START_OF_SCAN = 0xffda;
  private static final int EXIF_HEAD = 6;
  private static final int BYTE_MASK = 0xff;
  private static final int SHORT_MASK = 0xffff;

  private ImageTags() {}

  /** EXIF's orientation, 1 to 8; 1 if there is none. */
  static int orientation(byte[] content) {
    int orientation = tag(content, exif(content), ORIENTATION).orElse(UPRIGHT);
    return orientation < UPRIGHT || orientation > LAST_ORIENTATION ? UPRIGHT : orientation;
  }

  /** Returns the bits of one value as the file keeps it; 8 where it does not say. */
  static int bits(byte[] content) {
    if (isPng(content)) {
      return content.length > IHDR_BITS ? content[IHDR_BITS] & BYTE_MASK : USUAL_BITS;
    }
    return isTiff(content, 0) ? tag(content, 0, BITS_PER_SAMPLE).orElse(USUAL_BITS) : USUAL_BITS;
  }

  /** Where the tags begin, which have the form of a TIFF file; -1 if there are none. */
  private static int exif(byte[] content) {
    if (isTiff(content, 0)) {
      return 0;
    }
    return isPng(content) ? exifOfPng(content) : exifOfJpeg(content);
  }

  private static boolean isPng(byte[] content) {
    return content.length >= Long.BYTES && ByteBuffer.wrap(content).getLong() == PNG;
  }

  private static boolean isTiff(byte[] content, int at) {
    if (at < 0 || at + Long.BYTES > content.length) {
      return false;
    }
    int head = ByteBuffer.wrap(content).getInt(at);
    return head == 0x49492a00 || head == 0x4d4d002a;
  }

  private static int exifOfPng(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    long at = Long.BYTES;
    while (at + ENTRY_BYTES <= content.length) {
      int length = bytes.getInt((int) at);
      if (length < 0) {
        return -1;
      }
      if (bytes.getInt((int) at + Integer.BYTES) == EXIF_CHUNK) {
        return (int) at + Long.BYTES;
      }
      at += (long) length + ENTRY_BYTES;
    }
    return -1;
  }

  private static int exifOfJpeg(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    int at = Short.BYTES;
    while (at + Integer.BYTES + EXIF_HEAD <= content.length) {
      int marker = bytes.getShort(at) & SHORT_MASK;
      if (marker == SHORT_MASK) {
        at++; // A marker may be filled up with further bytes 0xff.
        continue;
      }
      if (marker >> Byte.SIZE != BYTE_MASK || marker == START_OF_SCAN) {
        return -1;
      }
      int name = at + Integer.BYTES;
      if (marker == APP1 && bytes.getInt(name) == 0x45786966) {
        return name + EXIF_HEAD;
      }
      at += Short.BYTES + (bytes.getShort(at + Short.BYTES) & SHORT_MASK);
    }
    return -1;
  }

  /** The first value of a tag in the first directory. */
  private static OptionalInt tag(byte[] content, int start, int tag) {
    if (!isTiff(content, start)) {
      return OptionalInt.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(content, start, content.length - start).slice();
    bytes.order(bytes.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    long directory = Integer.toUnsignedLong(bytes.getInt(Integer.BYTES));
    if (directory + Short.BYTES > bytes.limit()) {
      return OptionalInt.empty();
    }
    int entries = bytes.getShort((int) directory) & SHORT_MASK;
    for (int i = 0; i < entries; i++) {
      long at = directory + Short.BYTES + (long) i * ENTRY_BYTES;
      if (at + ENTRY_BYTES > bytes.limit()) {
        return OptionalInt.empty();
      }
      int entry = (int) at;
      if ((bytes.getShort(entry) & SHORT_MASK) == tag) {
        return value(bytes, entry);
      }
    }
    return OptionalInt.empty();
  }

  private static OptionalInt value(ByteBuffer bytes, int entry) {
    int type = bytes.getShort(entry + Short.BYTES) & SHORT_MASK;
    long count = Integer.toUnsignedLong(bytes.getInt(entry + Integer.BYTES));
    int place = entry + Long.BYTES;
    if (type == LONG && count == 1) {
      return OptionalInt.of(bytes.getInt(place));
    }
    if (type != SHORT || count == 0) {
      return OptionalInt.empty();
    }
    // Up to two values stand in the entry itself, more of them elsewhere.
    long at = count <= 2 ? place : Integer.toUnsignedLong(bytes.getInt(place));
    return at + Short.BYTES > bytes.limit()
        ? OptionalInt.empty()
        : OptionalInt.of(bytes.getShort((int) at) & SHORT_MASK);
  }
}
