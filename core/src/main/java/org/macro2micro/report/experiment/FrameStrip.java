package org.macro2micro.report.experiment;

import java.util.List;
import org.macro2micro.clip.ClipId;
import org.macro2micro.drawing.PngImage;
import org.macro2micro.experiment.Row;

/**
 * Some frames of one clip beside what was said of it.
 *
 * @param id the clip
 * @param row the table's row that said it
 * @param truth its class
 * @param predicted the class that the row named
 * @param probability what the row gave that class, in [0, 1]
 * @param frames at least one, in time order
 */
public record FrameStrip(
    ClipId id, Row row, String truth, String predicted, double probability, List<PngImage> frames) {
  public FrameStrip {
    frames = List.copyOf(frames);
    if (frames.isEmpty()) {
      throw new IllegalArgumentException(
          "frames of clip " + id + ": 0 pictures; a strip needs at least 1");
    }
  }

  /** Whether the row named the clip's class. */
  public boolean right() {
    return truth.equals(predicted);
  }
}
