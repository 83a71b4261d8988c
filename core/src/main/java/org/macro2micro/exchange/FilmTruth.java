package org.macro2micro.exchange;

import java.util.ArrayList;
import java.util.List;
import org.macro2micro.clip.FaceEvent;
import org.macro2micro.spot.Spotting;

/**
 * What is known to happen in a film, by frames or by times.
 *
 * @param framed events whose frames are known
 * @param timed events whose times are known
 */
public record FilmTruth(List<FaceEvent> framed, List<TimedEvent> timed) {
  /** A film in which nothing happens. */
  public static final FilmTruth NOTHING = new FilmTruth(List.of(), List.of());

  public FilmTruth {
    framed = List.copyOf(framed);
    timed = List.copyOf(timed);
  }

  /**
   * The events by frames of the film.
   *
   * @param events those that lie within it
   * @param beyond a sentence for each that does not
   */
  public record Placed(List<FaceEvent> events, List<String> beyond) {
    public Placed {
      events = List.copyOf(events);
      beyond = List.copyOf(beyond);
    }
  }

  /**
   * Returns the events by frames: each time is that of the nearest frame. Where no apex is known,
   * the middle stands for it.
   *
   * @param spotting of the film, which has the times of its frames
   */
  public Placed in(Spotting spotting) {
    List<FaceEvent> events = new ArrayList<>();
    List<String> beyond = new ArrayList<>();
    int frames = spotting.frames();
    double end = frames == 0 ? 0 : spotting.seconds(frames - 1) + 1 / spotting.framesPerSecond();
    for (FaceEvent event : framed) {
      if (event.onset() < frames) {
        events.add(event);
      } else {
        beyond.add(
            "%s at frame %d: the film has %d frames; expected it before the end: check that this is the film"
                .formatted(event.kind().word(), event.onset(), frames));
      }
    }
    for (TimedEvent event : timed) {
      if (event.onsetSeconds() < end) {
        double middle = (event.onsetSeconds() + event.offsetSeconds()) / 2;
        events.add(
            new FaceEvent(
                spotting.times().nearest(event.onsetSeconds()),
                spotting.times().nearest(event.apexSeconds().orElse(middle)),
                spotting.times().nearest(event.offsetSeconds()),
                event.kind(),
                event.label()));
      } else {
        beyond.add(
            "%s at %s s: the film lasts %s s; expected it before the end: check that this is the film"
                .formatted(
                    event.kind().word(),
                    DecimalText.of(event.onsetSeconds(), 3),
                    DecimalText.of(end, 3)));
      }
    }
    return new Placed(events, beyond);
  }
}
