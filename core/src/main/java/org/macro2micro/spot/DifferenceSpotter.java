package org.macro2micro.spot;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.macro2micro.base.Progress;
import org.macro2micro.preprocess.FollowedFaces;

/**
 * A simple spotter to compare with: the mean absolute difference of consecutive frames of the face,
 * held in place as for {@link Spotter}, and one threshold.
 *
 * @param threshold grey levels, at least 0
 * @param gap seconds below the threshold that are bridged, at least 0
 */
public record DifferenceSpotter(double threshold, double gap) implements VideoSpotter {
  public DifferenceSpotter {
    if (!(threshold >= 0 && gap >= 0)) {
      throw new IllegalArgumentException(
          "difference spotter: threshold %s, gap %s; expected neither below 0"
              .formatted(threshold, gap));
    }
  }

  @Override
  public Spotting spot(Footage footage, Progress progress, BooleanSupplier isCancelled)
      throws IOException {
    try (FollowedFaces faces = footage.open(null)) {
      DifferenceCurve curve = new DifferenceCurve();
      FacePass pass = FacePass.of(faces, List.of(curve), progress, isCancelled);
      return new DifferenceRule(threshold, gap)
          .apply(curve.values(), pass.times())
          .with(pass.watched());
    }
  }
}
