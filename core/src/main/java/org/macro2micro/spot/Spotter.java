package org.macro2micro.spot;

import java.io.IOException;
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
  public Spotting spot(Footage footage, Progress progress, BooleanSupplier isCancelled)
      throws IOException {
    try (FollowedFaces faces = footage.open(settings.detector())) {
      ContrastCurve curve = new ContrastCurve(settings);
      FacePass pass = FacePass.of(faces, List.of(curve), progress, isCancelled);
      return new ContrastRule(settings)
          .apply(curve.values(), curve.slowValues(), pass.times())
          .with(pass.watched());
    }
  }
}
