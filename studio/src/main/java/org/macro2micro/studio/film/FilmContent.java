package org.macro2micro.studio.film;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * The containers of the films that are taken. The first bytes of a file decide which container it
 * is, and its name does not. A process of its own finds out later whether the film can be decoded.
 */
public enum FilmContent {
  /** Audio Video Interleave: RIFF with the form AVI (Microsoft, Multimedia Programming 1.0). */
  AVI,
  /** ISO base media file, QuickTime among them: boxes of a length and a type (ISO/IEC 14496-12). */
  MP4,
  /** Matroska and WebM: a header of EBML (RFC 8794). */
  MATROSKA,
  /** MPEG program stream or video stream (ISO/IEC 13818-1 and 13818-2). */
  MPEG;

  /** The number of bytes from the beginning of a file that decide. */
  public static final int HEAD = 16;

  private static final int MASK = 0xff;
  private static final int FORM = 8;
  private static final int WORD = 4;
  private static final int EBML = 0x1a45dfa3;
  private static final int MPEG_PACK = 0x1ba;
  private static final int MPEG_SEQUENCE = 0x1b3;
  private static final Set<String> BOXES =
      Set.of("ftyp", "moov", "mdat", "wide", "free", "skip", "pnot");

  /**
   * Returns the container, or nothing if the file has another format.
   *
   * @param head the first {@value #HEAD} bytes of the file, or all of a shorter one
   */
  public static Optional<FilmContent> of(byte[] head) {
    if (head.length < FORM + WORD) {
      return Optional.empty();
    }
    String first = word(head, 0);
    if (first.equals("RIFF") && word(head, FORM).equals("AVI ")) {
      return Optional.of(AVI);
    }
    if (BOXES.contains(word(head, WORD))) {
      return Optional.of(MP4);
    }
    return switch (number(head)) {
      case EBML -> Optional.of(MATROSKA);
      case MPEG_PACK, MPEG_SEQUENCE -> Optional.of(MPEG);
      default -> Optional.empty();
    };
  }

  private static String word(byte[] head, int at) {
    return new String(head, at, WORD, StandardCharsets.ISO_8859_1);
  }

  private static int number(byte[] head) {
    int number = 0;
    for (int i = 0; i < WORD; i++) {
      number = (number << 8) | (head[i] & MASK);
    }
    return number;
  }
}
