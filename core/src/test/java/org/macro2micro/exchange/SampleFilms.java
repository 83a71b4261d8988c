package org.macro2micro.exchange;

import java.util.List;
import java.util.OptionalDouble;
import org.macro2micro.clip.FaceEvent;

/** Films for tests: times lie on frames and scores have four digits, so that nothing is rounded. */
final class SampleFilms {
  /** What breaks formats that don't escape: quotes, tags, arrows, lines, tabs, other scripts. */
  static final String NASTY =
      "say \"so\" <b>&amp;</b> --> 'x', a\tb\nc\r\nd; e:f | (g) {h} \u00fc\u4f60\ud83d\ude00 ]]> \\n %20";

  private SampleFilms() {}

  /** A film of 12 s at 25 frames a second with three events. */
  static AnnotatedFilm interview() {
    return new AnnotatedFilm(
        "films/interview.mp4",
        25,
        12,
        List.of(
            event(1.2, OptionalDouble.of(1.36), 1.6, FaceEvent.Kind.MICRO, "happiness", .8312),
            event(3, OptionalDouble.empty(), 3.24, FaceEvent.Kind.BLINK, "", Double.NaN),
            event(7.04, OptionalDouble.of(7.2), 7.4, FaceEvent.Kind.MICRO, NASTY, .5)));
  }

  /** A film of 4 s at 30 frames a second in which nothing was found. */
  static AnnotatedFilm calm() {
    return new AnnotatedFilm("calm.avi", 30, 4, List.of());
  }

  static TimedEvent event(
      double onset,
      OptionalDouble apex,
      double offset,
      FaceEvent.Kind kind,
      String label,
      double score) {
    return new TimedEvent(
        onset,
        apex,
        offset,
        kind,
        label,
        Double.isNaN(score) ? OptionalDouble.empty() : OptionalDouble.of(score));
  }
}
