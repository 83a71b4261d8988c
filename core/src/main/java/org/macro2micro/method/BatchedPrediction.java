package org.macro2micro.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.train.ClipPixels;

/**
 * Predictions of several clips in one pass of a network, which is faster than one after the other.
 * What is computed of a clip does not depend on those beside it, except for the last digits: the
 * engine chooses its order of sums by the size of a batch.
 */
public final class BatchedPrediction {
  /**
   * Values that clips in one pass have at most, about 8 MB: a network's maps are many times that.
   */
  private static final long MOST_VALUES = 1L << 21;

  private static final int MOST_CLIPS = 64;

  private BatchedPrediction() {}

  /** A network in evaluation mode. */
  @FunctionalInterface
  public interface Probabilities {
    /**
     * The probabilities of the classes.
     *
     * @param step owns every array that is made on the way
     * @param clips at least one, all of one size
     * @return [n,classes]
     */
    NDArray of(NDManager step, List<PreparedClip> clips);
  }

  /**
   * One prediction a clip, in the clips' order.
   *
   * @param manager on which each pass gets a manager of its own
   * @param labels the classes in the order of the probabilities
   */
  public static List<Prediction> of(
      List<ClipId> clips,
      ClipPixels pixels,
      NDManager manager,
      List<String> labels,
      Probabilities network) {
    List<float[]> rows = rows(clips, pixels, manager, network);
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < clips.size(); i++) {
      predictions.add(Prediction.of(clips.get(i), labels, rows.get(i)));
    }
    return predictions;
  }

  /**
   * What a network says of each clip, in the clips' order.
   *
   * @param manager on which each pass gets a manager of its own
   */
  static List<float[]> rows(
      List<ClipId> clips, ClipPixels pixels, NDManager manager, Probabilities network) {
    List<float[]> rows = new ArrayList<>();
    List<PreparedClip> together = new ArrayList<>();
    for (ClipId id : clips) {
      PreparedClip clip = pixels.of(id);
      if (!together.isEmpty() && !fits(clip, together)) {
        pass(together, manager, network, rows);
        together.clear();
      }
      together.add(clip);
    }
    if (!together.isEmpty()) {
      pass(together, manager, network, rows);
    }
    return rows;
  }

  private static boolean fits(PreparedClip clip, List<PreparedClip> others) {
    PreparedClip first = others.get(0);
    return clip.frames() == first.frames()
        && clip.height() == first.height()
        && clip.width() == first.width()
        && others.size() < most(clip);
  }

  /** Returns how many clips of this one's size go into one pass, at least 1. */
  static int most(PreparedClip clip) {
    return (int) Math.max(1, Math.min(MOST_CLIPS, MOST_VALUES / clip.pixels().length));
  }

  /** Adds what the network says of some clips. */
  private static void pass(
      List<PreparedClip> together, NDManager manager, Probabilities network, List<float[]> rows) {
    float[] all;
    try (NDManager step = manager.newSubManager()) {
      all = network.of(step, together).toFloatArray();
    }
    int length = all.length / together.size();
    for (int i = 0; i < together.size(); i++) {
      rows.add(Arrays.copyOfRange(all, i * length, (i + 1) * length));
    }
  }
}
