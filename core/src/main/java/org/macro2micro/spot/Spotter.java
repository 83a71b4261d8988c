package org.macro2micro.spot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.macro2micro.base.Progress;
import org.macro2micro.preprocess.FollowedFaces;

/**
 * Spots micro-expressions by what of the face comes and goes within half a second: {@link
 * ContrastCurve} over the face that {@link FollowedFaces} holds in place, and {@link ContrastRule}.
 * Memory is bounded, except for two numbers for each frame.
 *
 * @param settings all choices
 */
public record Spotter(SpotSettings settings) implements VideoSpotter {
  @Override
  public Spotting spot(Path video, Progress progress, BooleanSupplier isCancelled)
      throws IOException {
    try (FollowedFaces faces = FollowedFaces.of(video, settings.detector())) {
      return spot(faces, progress, isCancelled);
    }
  }

  @Override
  public Spotting spot(
      List<Path> images, double framesPerSecond, Progress progress, BooleanSupplier isCancelled)
      throws IOException {
    try (FollowedFaces faces = FollowedFaces.of(images, framesPerSecond, settings.detector())) {
      return spot(faces, progress, isCancelled);
    }
  }

  private Spotting spot(FollowedFaces faces, Progress progress, BooleanSupplier isCancelled)
      throws IOException {
    double rate = faces.framesPerSecond();
    ContrastCurve curve = new ContrastCurve(settings, rate);
    new FacePass(faces).run(List.of(curve), progress, isCancelled);
    return new ContrastRule(settings, rate).apply(curve.values(), curve.slowValues());
  }
}
