package org.macro2micro.method.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.macro2micro.method.TrainingClips;
import org.macro2micro.train.Batch;
import org.macro2micro.train.ClipView;

/**
 * The clips of each step of a training as a network's inputs. Built once for all steps where no
 * clip varies and all fit: with small networks, building a batch costs as much as a step.
 */
public final class ClipArrays implements AutoCloseable {
  // All clips as arrays; images of 28 pixels take 10 kB a clip, two of 227 take 1.2 MB.
  private static final long MOST_KEPT = 256L << 20;

  private final ClipView view;
  private final TrainingClips clips;
  private final @Nullable Kept kept;

  private record Kept(NDManager manager, NDList arrays, NDArray labels) {}

  /**
   * @param manager on which arrays that are kept get a manager of their own
   * @param view how the network takes clips
   * @param clips the training clips
   */
  public ClipArrays(NDManager manager, ClipView view, TrainingClips clips) {
    this.view = view;
    this.clips = clips;
    kept = clips.isFixed() && bytes() <= MOST_KEPT ? build(manager.newSubManager()) : null;
  }

  private Kept build(NDManager own) {
    List<Integer> all = IntStream.range(0, clips.size()).boxed().toList();
    NDArray labels = clips.labels(own, all);
    return new Kept(own, view.of(own, all.stream().map(clips::clip).toList()), labels);
  }

  private long bytes() {
    return (long) clips.size()
        * Float.BYTES
        * Arrays.stream(view.shapes()).mapToLong(Shape::size).sum();
  }

  /** A step's clips, varied, as the network's inputs have them. */
  public NDList of(Batch batch) {
    if (kept == null) {
      return view.arranged(view.of(batch.manager(), clips.clips(batch)));
    }
    NDList chosen = new NDList();
    kept.arrays.forEach(array -> chosen.add(chosen(batch, array)));
    return view.arranged(chosen);
  }

  /** The classes of a step's clips, int64 [n]. */
  public NDArray labels(Batch batch) {
    return kept == null ? clips.labels(batch) : chosen(batch, kept.labels);
  }

  /** The rows of an array that belong to a step's clips. */
  private static NDArray chosen(Batch batch, NDArray rows) {
    int[] positions = batch.positions().stream().mapToInt(at -> at).toArray();
    return rows.get(batch.manager(), new NDIndex("{}", batch.manager().create(positions)));
  }

  @Override
  public void close() {
    if (kept != null) {
      kept.manager.close();
    }
  }
}
