package org.macro2micro.dataset;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.macro2micro.dataset.Problem.Action;

/**
 * Onset, apex and offset as positions in a folder's frames, from the frame numbers of a sheet.
 *
 * @param onset position of the first frame of the expression
 * @param apex position of the strongest frame, empty if the sheet gives none that can be
 * @param offset position of the last frame of the expression
 */
record FrameSpan(int onset, OptionalInt apex, int offset) {
  private static final Pattern NUMBER = Pattern.compile("0*(\\d{1,9})(?:\\.0*)?");

  /** What a sheet says, as its texts stand. */
  record Codes(String onset, String apex, String offset) {}

  /** Takes what is corrected or worth a note. */
  interface Notes {
    void add(Action action, String problem);
  }

  /**
   * Finds the positions. An onset before the folder's first frame and an offset beyond its last are
   * moved to them; a number between two frames moves inwards. An apex that is no number or lies
   * outside onset to offset is dropped.
   *
   * @throws UnusableClipException if onset or offset is no number, the offset comes before the
   *     onset, or the folder has no frame from onset to offset
   */
  static FrameSpan of(Codes codes, FrameFiles frames, Notes notes) throws UnusableClipException {
    int onset = required("onset", codes.onset());
    int offset = required("offset", codes.offset());
    if (offset < onset) {
      throw new UnusableClipException(
          "offset frame " + offset + " comes before onset frame " + onset);
    }
    int first = frames.atOrAfter(onset);
    int last = frames.atOrBefore(offset);
    if (first > last) {
      throw new UnusableClipException(
          "none of the frames %d to %d is in %s, which has frames %s"
              .formatted(onset, offset, frames.folder(), frames.range()));
    }
    moved("onset", onset, frames.numbers().get(first), frames, notes);
    moved("offset", offset, frames.numbers().get(last), frames, notes);
    OptionalInt apex = apex(codes, frames, first, last, notes);
    return new FrameSpan(first, apex, last);
  }

  private static OptionalInt apex(
      Codes codes, FrameFiles frames, int first, int last, Notes notes) {
    Optional<Integer> coded = number(codes.apex());
    if (coded.isEmpty()) {
      notes.add(
          Action.NOTED,
          "apex \"" + codes.apex() + "\" is no frame number: the clip has no annotated apex");
      return OptionalInt.empty();
    }
    int apex = coded.get();
    List<Integer> numbers = frames.numbers();
    if (apex < numbers.get(first) || apex > numbers.get(last)) {
      notes.add(
          Action.NOTED,
          "apex frame %d lies outside onset to offset, %d to %d: the clip has no annotated apex"
              .formatted(apex, numbers.get(first), numbers.get(last)));
      return OptionalInt.empty();
    }
    int position = frames.atOrBefore(apex);
    moved("apex", apex, numbers.get(position), frames, notes);
    return OptionalInt.of(position);
  }

  private static void moved(String what, int coded, int used, FrameFiles frames, Notes notes) {
    if (coded != used) {
      notes.add(
          Action.CORRECTED,
          "%s frame %d is not in %s, which has frames %s: frame %d is used"
              .formatted(what, coded, frames.folder(), frames.range(), used));
    }
  }

  private static int required(String what, String text) throws UnusableClipException {
    return number(text)
        .orElseThrow(
            () -> new UnusableClipException(what + " \"" + text + "\" is no frame number"));
  }

  private static Optional<Integer> number(String text) {
    Matcher matcher = NUMBER.matcher(text);
    return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }
}
