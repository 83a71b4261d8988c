package org.macro2micro.dataset;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.macro2micro.dataset.Problem.Action;

/**
 * The frame numbers that a sheet gives for a clip.
 *
 * @param onset first frame of the expression
 * @param apex strongest frame, empty if the sheet gives none; may lie outside onset to offset
 * @param offset last frame of the expression, at least the onset; empty if the sheet's own can't be
 *     and the folder's last frame must do
 */
record FrameCodes(int onset, OptionalInt apex, OptionalInt offset) {
  private static final Pattern NUMBER = Pattern.compile("0*(\\d{1,9})(?:\\.0*)?");

  /**
   * The texts of a sheet, unchanged.
   *
   * @param duration number of frames from onset to offset, both counted; empty where a database has
   *     no such column
   */
  record Texts(String onset, String apex, String offset, Optional<String> duration) {}

  /** Takes what is corrected or worth a note. */
  interface Notes {
    void add(Action action, String problem);
  }

  /**
   * Reads the texts. Where a duration stands beside them, an offset that comes before onset or apex
   * is mended: by the duration if that puts it behind them, else, if it comes before the onset, by
   * the folder.
   *
   * @throws UnusableClipException if onset or offset is not a number, or the offset comes before
   *     the onset and can't be mended
   */
  static FrameCodes of(Texts texts, Notes notes) throws UnusableClipException {
    int onset = required("onset", texts.onset());
    int offset = required("offset", texts.offset());
    OptionalInt apex = number(texts.apex());
    if (apex.isEmpty()) {
      notes.add(
          Action.NOTED,
          "apex \"" + texts.apex() + "\" is not a frame number: the clip has no annotated apex");
    }
    int latest = Math.max(onset, apex.orElse(onset));
    if (texts.duration().isPresent() && offset < latest) {
      return mended(onset, apex, offset, texts.duration().get(), notes);
    }
    if (offset < onset) {
      throw new UnusableClipException(before(offset, "onset", onset));
    }
    return new FrameCodes(onset, apex, OptionalInt.of(offset));
  }

  private static FrameCodes mended(
      int onset, OptionalInt apex, int offset, String duration, Notes notes) {
    int latest = Math.max(onset, apex.orElse(onset));
    String slip =
        before(offset, offset < onset ? "onset" : "apex", offset < onset ? onset : latest);
    OptionalInt frames = number(duration);
    long counted = frames.isPresent() ? (long) onset + frames.getAsInt() - 1 : -1;
    if (counted >= latest && counted <= Integer.MAX_VALUE) {
      notes.add(
          Action.CORRECTED,
          slip + ": the row's duration of " + duration + " frames puts it at " + counted);
      return new FrameCodes(onset, apex, OptionalInt.of((int) counted));
    }
    if (offset < onset) {
      notes.add(
          Action.CORRECTED,
          slip
              + " and duration \""
              + duration
              + "\" does not correct it: the folder's last frame is used");
      return new FrameCodes(onset, apex, OptionalInt.empty());
    }
    return new FrameCodes(onset, apex, OptionalInt.of(offset));
  }

  private static String before(int offset, String what, int number) {
    return "offset frame " + offset + " comes before " + what + " frame " + number;
  }

  private static int required(String what, String text) throws UnusableClipException {
    return number(text)
        .orElseThrow(
            () -> new UnusableClipException(what + " \"" + text + "\" is not a frame number"));
  }

  private static OptionalInt number(String text) {
    Matcher matcher = NUMBER.matcher(text);
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }
}
