package org.macro2micro.spot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macro2micro.preprocess.Camera;
import org.macro2micro.preprocess.FaceChoice;
import org.macro2micro.preprocess.FollowedFaces;

/**
 * Spots micro-expressions before a camera, as {@link Spotter} does in a film, by what is known a
 * moment later. A value of the curve is told when the pictures a lag after it are there; a movement
 * when those at twice the lag behind its offset are. The face at rest is known of the last {@value
 * #KNOWN} seconds alone, where a film also tells of those to come, so that the film of the same
 * pictures may give other thresholds. In the first {@value #SETTLING} seconds nothing is told of
 * movements, since rest is not known yet; what moved meanwhile is told then.
 *
 * <p>Holds four numbers and a place for each picture, and a few pictures. Not for several threads.
 */
public final class LiveSpotter implements AutoCloseable {
  private static final double KNOWN = 10;
  private static final double SETTLING = 3;

  private final FollowedFaces faces;
  private final ContrastCurve curve;
  private final ContrastRule rule;
  private final FrameValues times = new FrameValues();
  private int oldest;
  private int told;
  private double lastOffset = Double.NEGATIVE_INFINITY;

  private LiveSpotter(FollowedFaces faces, SpotSettings settings) {
    this.faces = faces;
    this.curve = new ContrastCurve(settings);
    this.rule = new ContrastRule(settings);
  }

  /**
   * Looks through a camera.
   *
   * @param choice which of several people is followed
   * @throws IOException if the detector can't be read
   */
  public static LiveSpotter of(Camera camera, FaceChoice choice, SpotSettings settings)
      throws IOException {
    return new LiveSpotter(FollowedFaces.of(camera, choice, settings.detector()), settings);
  }

  /**
   * Waits for the next picture and looks at it; empty when the camera is off.
   *
   * @throws IOException if the camera fails, or a picture can't be decoded
   */
  public Optional<LiveLook> next() throws IOException {
    Optional<FollowedFaces.Look> look = faces.next();
    if (look.isEmpty()) {
      return Optional.empty();
    }
    curve.add(look.get());
    int frame = times.size();
    times.add();
    double now = look.get().seconds();
    times.set(frame, now);
    while (times.get(oldest) < now - KNOWN) {
      oldest++;
    }
    Spotting recent =
        rule.apply(
            curve.known(oldest),
            curve.knownSlow(oldest),
            new FrameTimes(times.from(oldest), faces.framesPerSecond()));
    return Optional.of(
        new LiveLook(now, faces.track().at(frame), values(recent), movements(recent, now)));
  }

  private List<LiveLook.Value> values(Spotting recent) {
    List<LiveLook.Value> values = new ArrayList<>();
    for (; told < curve.undecided(); told++) {
      // Pictures that come after a long pause leave none of those before it in reach.
      int at = told - oldest;
      values.add(
          at < 0
              ? new LiveLook.Value(times.get(told), Double.NaN, Double.NaN)
              : new LiveLook.Value(times.get(told), recent.curve()[at], recent.threshold()[at]));
    }
    return values;
  }

  private List<LiveLook.Movement> movements(Spotting recent, double now) {
    List<LiveLook.Movement> movements = new ArrayList<>();
    if (now - times.get(0) < SETTLING) {
      return movements;
    }
    FrameTimes seconds = recent.times();
    for (SpottedInterval interval : recent.intervals()) {
      double onset = seconds.at(interval.onset());
      double offset = seconds.at(interval.offset());
      if (onset > lastOffset && oldest + interval.offset() < curve.undecidedSlow()) {
        lastOffset = offset;
        movements.add(
            new LiveLook.Movement(onset, seconds.at(interval.apex()), offset, interval.strength()));
      }
    }
    return movements;
  }

  @Override
  public void close() {
    faces.close();
  }
}
