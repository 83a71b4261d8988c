package org.macro2micro.dataset;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import org.macro2micro.dataset.Problem.Action;

/**
 * Onset, apex and offset as positions in a folder's frames.
 *
 * @param onset position of the first frame of the expression
 * @param apex position of the strongest frame, empty if the sheet gives none that can be
 * @param offset position of the last frame of the expression
 */
record FrameSpan(int onset, OptionalInt apex, int offset) {
  /**
   * Finds the positions. An onset before the folder's first frame and an offset beyond its last are
   * moved to them; a number between two frames moves inwards. An apex that lies outside onset to
   * offset is dropped.
   *
   * @throws UnusableClipException if the folder has no frame from onset to offset
   */
  static FrameSpan of(FrameCodes codes, FrameFiles frames, FrameCodes.Notes notes)
      throws UnusableClipException {
    List<BigDecimal> numbers = frames.numbers();
    int onset = codes.onset();
    BigDecimal end = numbers.get(frames.count() - 1);
    int offset = codes.offset().orElse(end.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue());
    int first = frames.atOrAfter(onset);
    int last = frames.atOrBefore(offset);
    if (first > last) {
      throw new UnusableClipException(
          "none of the frames %d to %d is in %s, which has frames %s"
              .formatted(onset, offset, frames.folder(), frames.range()));
    }
    moved("onset", onset, numbers.get(first), frames, notes);
    moved("offset", offset, numbers.get(last), frames, notes);
    if (codes.apex().isEmpty()) {
      return new FrameSpan(first, OptionalInt.empty(), last);
    }
    return new FrameSpan(first, apex(codes.apex().getAsInt(), frames, first, last, notes), last);
  }

  private static OptionalInt apex(
      int apex, FrameFiles frames, int first, int last, FrameCodes.Notes notes) {
    List<BigDecimal> numbers = frames.numbers();
    BigDecimal coded = BigDecimal.valueOf(apex);
    if (coded.compareTo(numbers.get(first)) < 0 || coded.compareTo(numbers.get(last)) > 0) {
      notes.add(
          Action.NOTED,
          "apex frame %d lies outside onset to offset, %s to %s: the clip has no annotated apex"
              .formatted(
                  apex, numbers.get(first).toPlainString(), numbers.get(last).toPlainString()));
      return OptionalInt.empty();
    }
    int position = frames.atOrBefore(apex);
    moved("apex", apex, numbers.get(position), frames, notes);
    return OptionalInt.of(position);
  }

  private static void moved(
      String what, int coded, BigDecimal used, FrameFiles frames, FrameCodes.Notes notes) {
    if (used.compareTo(BigDecimal.valueOf(coded)) != 0) {
      notes.add(
          Action.CORRECTED,
          "%s frame %d is not in %s, which has frames %s: frame %s is used"
              .formatted(what, coded, frames.folder(), frames.range(), used.toPlainString()));
    }
  }
}
