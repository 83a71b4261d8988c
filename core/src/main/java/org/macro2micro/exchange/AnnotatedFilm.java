package org.macro2micro.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.macro2micro.clip.FaceEvent;
import org.macro2micro.report.video.LabelledInterval;
import org.macro2micro.report.video.PredictedVideo;
import org.macro2micro.spot.FrameTimes;
import org.macro2micro.spot.Spotting;

/**
 * A long video and what happens in it.
 *
 * @param file the video as the tool should look for it: a path or a name
 * @param framesPerSecond of the video, above 0; where the rate varies, its mean
 * @param durationSeconds time at which the last frame ends, not before the last event's offset
 * @param events in the order of time, none beginning before the one before it ends; may be empty
 */
public record AnnotatedFilm(
    String file, double framesPerSecond, double durationSeconds, List<TimedEvent> events) {
  public AnnotatedFilm {
    file = WritableText.of(file);
    events = List.copyOf(events);
    if (!(framesPerSecond > 0 && Double.isFinite(framesPerSecond))) {
      throw new IllegalArgumentException(
          "film %s: %s frames a second; expected a finite number above 0"
              .formatted(file, framesPerSecond));
    }
    if (!(durationSeconds >= 0 && durationSeconds <= TimedEvent.MOST_SECONDS)) {
      throw new IllegalArgumentException(
          "film %s: it lasts %s s; expected 0 to %s"
              .formatted(file, durationSeconds, TimedEvent.MOST_SECONDS));
    }
    double free = 0;
    for (TimedEvent event : events) {
      if (event.onsetSeconds() < free || event.offsetSeconds() > durationSeconds) {
        throw new IllegalArgumentException(
            "film %s: an event from %s to %s s; expected it after the one before, which ends at %s, and before the film's end, %s"
                .formatted(
                    file, event.onsetSeconds(), event.offsetSeconds(), free, durationSeconds));
      }
      free = event.offsetSeconds();
    }
  }

  /** Returns what was found in a video, which tools look for beside the export. */
  public static AnnotatedFilm of(PredictedVideo video) {
    return of(video, video.file());
  }

  /**
   * Returns what was found in a video: each interval is a micro-expression with its class and
   * score, or a movement where nothing was named.
   *
   * @param file the video as the tool should look for it, such as its whole path
   */
  public static AnnotatedFilm of(PredictedVideo video, String file) {
    Spotting spotting = video.spotting();
    List<TimedEvent> events = new ArrayList<>();
    for (LabelledInterval found : video.intervals()) {
      events.add(
          new TimedEvent(
              spotting.seconds(found.interval().onset()),
              OptionalDouble.of(spotting.seconds(found.interval().apex())),
              spotting.seconds(found.interval().offset()),
              video.isNamed() ? FaceEvent.Kind.MICRO : FaceEvent.Kind.MOVEMENT,
              found.label(),
              video.score(found)));
    }
    FrameTimes times = spotting.times();
    int frames = times.count();
    // What a file says of a varying rate need not be its mean.
    double rate =
        frames < 2 || times.isRegular() ? times.framesPerSecond() : frames / times.length();
    double duration = frames == 0 ? 0 : times.end(frames - 1);
    return new AnnotatedFilm(file, rate, duration, events);
  }

  /** Returns the film's name without folders. */
  public String name() {
    return FilmName.base(file);
  }
}
