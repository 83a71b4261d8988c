package org.macro2micro.preprocess;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/**
 * Seeks the {@link BrowsAndMouth} of a clip's T frames while its frames are decoded. Each of the T
 * gets the places of the decoded frame that has the greatest part in it.
 */
final class LandmarkSearch implements AutoCloseable {
  private final @Nullable FaceMesh mesh;
  private final int size;
  private final int[] sources;
  private final Map<Integer, List<Landmarks.Point>> found = new TreeMap<>();

  private LandmarkSearch(@Nullable FaceMesh mesh, int size, int[] sources) {
    this.mesh = mesh;
    this.size = size;
    this.sources = sources;
  }

  /**
   * A search that these settings ask for, or one that looks at nothing.
   *
   * @param mixture of the T frames
   * @throws IOException if the mesh's file is not there, or is not such a network
   */
  static LandmarkSearch of(PreprocessSettings settings, FrameMixture mixture) throws IOException {
    return settings.landmarks() == null || !settings.seeksLandmarks()
        ? new LandmarkSearch(null, settings.size(), new int[0])
        : new LandmarkSearch(
            FaceMesh.load(settings.landmarks()), settings.size(), mixture.greatest());
  }

  /**
   * Looks at a frame, if any of the T needs it.
   *
   * @param i counted from the onset
   * @param picture the aligned frame, of any size
   */
  void look(int i, Mat picture) {
    for (int source : sources) {
      if (mesh != null && source == i && !found.containsKey(i)) {
        mesh.points(picture)
            .ifPresent(points -> found.put(i, scaled(BrowsAndMouth.of(points), picture)));
      }
    }
  }

  private List<Landmarks.Point> scaled(List<Landmarks.Point> points, Mat picture) {
    double across = (double) size / picture.cols();
    double down = (double) size / picture.rows();
    return points.stream()
        .map(
            p ->
                new Landmarks.Point(
                    (float) ((p.x() + .5) * across - .5), (float) ((p.y() + .5) * down - .5)))
        .toList();
  }

  /**
   * The places in all T frames; empty if none were sought, or the mesh found no face in one that it
   * looked at.
   */
  Optional<Landmarks> landmarks() {
    if (mesh == null) {
      return Optional.empty();
    }
    List<List<Landmarks.Point>> frames = new ArrayList<>();
    for (int source : sources) {
      List<Landmarks.Point> points = found.get(source);
      if (points == null) {
        return Optional.empty();
      }
      frames.add(points);
    }
    return Optional.of(new Landmarks(BrowsAndMouth.SCHEME, frames));
  }

  @Override
  public void close() {
    if (mesh != null) {
      mesh.close();
    }
  }
}
