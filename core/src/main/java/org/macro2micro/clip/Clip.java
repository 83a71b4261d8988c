package org.macro2micro.clip;

import java.util.OptionalInt;

/**
 * A clip as a method may see it: without its label. Positions count from 0 within its {@link
 * Frames}, whatever numbers files carry.
 *
 * @param id unique name
 * @param frames the images
 * @param onset position of the first frame of the expression
 * @param apex position of the strongest frame, empty where the database annotates none; onset &lt;=
 *     apex &lt;= offset
 * @param offset position of the last frame of the expression
 */
public record Clip(ClipId id, Frames frames, int onset, OptionalInt apex, int offset) {
  public Clip {
    boolean apexInside = apex.isEmpty() || (onset <= apex.getAsInt() && apex.getAsInt() <= offset);
    if (onset < 0 || offset < onset || offset >= frames.count() || !apexInside) {
      throw new IllegalArgumentException(
          "clip %s: onset %d, apex %s, offset %d of %d frames; expected 0 <= onset <= apex <= offset < frames"
              .formatted(
                  id, onset, apex.isPresent() ? apex.getAsInt() : "none", offset, frames.count()));
    }
  }

  /**
   * The same clip cut at an apex: from the neutral face to the peak, as CK+ has them.
   *
   * @param peak from onset to offset
   */
  public Clip upToApex(int peak) {
    return new Clip(id, frames, onset, OptionalInt.of(peak), peak);
  }
}
