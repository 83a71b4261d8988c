package org.macro2micro.spot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.macro2micro.preprocess.FaceTrack;

/**
 * What was seen of a film besides movements.
 *
 * @param faces where the face that was followed is
 * @param notes what a person should know of the film and of its faces, a sentence each
 */
public record Watched(FaceTrack faces, List<String> notes) {
  /** Below this share of frames with a face most of the film was not looked at. */
  private static final double FEW = .5;

  /** A second face in a smaller share of looks than this is taken for a slip of the detector. */
  private static final double SEVERAL = .05;

  /** Seconds without a frame that are a gap. */
  private static final double GAP = .3;

  private static final int MOST_GAPS = 5;

  public Watched {
    notes = List.copyOf(notes);
  }

  /**
   * @param faces of the whole film, or of as much as was looked at
   * @param film what is to be known of the film's time
   */
  static Watched of(FaceTrack faces, List<String> film, FrameTimes times) {
    List<String> notes = new ArrayList<>(film);
    List<Integer> gaps = times.gaps(GAP);
    for (int before : gaps.subList(0, Math.min(gaps.size(), MOST_GAPS))) {
      notes.add(
          text(
              "There are no frames between %.2f and %.2f s: nothing is spotted across the gap.",
              times.at(before), times.at(before + 1)));
    }
    if (times.count() > 2 && gaps.isEmpty() && !times.isRegular()) {
      notes.add(
          text(
              "The frames come at a varying rate (%d in %.1f s): their times are those of the file.",
              times.count(), times.length()));
    }
    int frames = faces.frames();
    if (frames > 0 && faces.seen() == 0 && faces.mostPeople() > 0) {
      notes.add(
          text(
              "At most %d face%s seen at a time, and none that --face asks for, so nothing was measured: give left, right, largest or a number up to %d.",
              faces.mostPeople(), faces.mostPeople() == 1 ? " was" : "s were", faces.mostPeople()));
    } else if (frames > 0 && faces.seen() == 0) {
      notes.add(
          text(
              "There is no face in %d of %d frames, so nothing was measured. See that the film shows a face from the front, upright and not too small; try a better detector with --detector FILE.onnx (YuNet).",
              frames, frames));
    } else if (faces.seen() < FEW * frames) {
      notes.add(
          text(
              "A face was seen in %d of %d frames only; in the others nothing was measured. A better detector may find more: --detector FILE.onnx (YuNet).",
              faces.seen(), frames));
    }
    if (faces.seen() > 0 && faces.mostPeople() > 1 && faces.shareWithSeveral() >= SEVERAL) {
      notes.add(
          text(
              "Up to %d faces were seen at a time: the one %s is followed; --face left, right, largest or a number from the left follows another.",
              faces.mostPeople(), place(faces)));
    }
    if (faces.moves() > 0) {
      notes.add(
          text(
              "From %.2f s on the face at another place is followed, since the one before was not seen any more; it may be another person's.",
              times.at(Math.min(faces.lastMove(), times.count() - 1))));
    }
    return new Watched(faces, notes);
  }

  private static String place(FaceTrack faces) {
    return faces
        .first()
        .flatMap(faces::at)
        .map(at -> text("about (%.0f, %.0f), %.0f pixels wide", at.x(), at.y(), at.width()))
        .orElse("nowhere");
  }

  private static String text(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
