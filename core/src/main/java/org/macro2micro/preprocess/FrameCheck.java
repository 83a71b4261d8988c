package org.macro2micro.preprocess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.macro2micro.base.Progress;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Frames;

/**
 * Decodes the frames of clips to see whether they can be prepared: every image file from onset to
 * offset, those first that the settings take. One frame is held at a time for each of two threads.
 * Videos are passed over: whoever reads a database has decoded them.
 */
public final class FrameCheck {
  private static final int THREADS = 2;

  private FrameCheck() {}

  /**
   * A clip with a frame that can't be used.
   *
   * @param clip which
   * @param problem as {@link PreparedClips#unusable} says it, without the clip's id
   * @param taken whether the settings take this frame, so that the clip can't be prepared
   */
  public record Finding(ClipId clip, String problem, boolean taken) {}

  /**
   * Checks clips.
   *
   * @param settings of which frames are taken; faces are not looked for
   * @return in the order of the clips, at most one for each
   */
  public static List<Finding> of(List<Clip> clips, PreprocessSettings settings, Progress progress) {
    ClipPreparation preparation =
        new ClipPreparation(settings.withFaces(Align.NONE, settings.detector()));
    List<Finding> findings = new ArrayList<>();
    ExecutorService workers = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Optional<Finding>>> pending = new ArrayList<>();
      for (Clip clip : clips) {
        pending.add(workers.submit(() -> finding(clip, preparation)));
      }
      for (int i = 0; i < clips.size(); i++) {
        pending.get(i).get().ifPresent(findings::add);
        progress.at(i + 1, clips.size());
      }
      return findings;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("checking frames was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("checking frames failed", e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private static Optional<Finding> finding(Clip clip, ClipPreparation preparation) {
    if (clip.frames().video().isPresent()) {
      return Optional.empty();
    }
    SortedSet<Integer> all = new TreeSet<>();
    for (int i = clip.onset(); i <= clip.offset(); i++) {
      all.add(i);
    }
    SortedSet<Integer> taken =
        clip.frames().content() == Frames.Content.FLOW ? all : preparation.decoded(clip);
    SortedSet<Integer> others = new TreeSet<>(all);
    others.removeAll(taken);
    FrameDecoder decoder = new FrameDecoder(clip.id());
    boolean isTaken = true;
    try {
      decoder.decode(clip.frames(), taken, (position, picture) -> {});
      isTaken = false;
      decoder.decode(clip.frames(), others, (position, picture) -> {});
      return Optional.empty();
    } catch (PreparationException e) {
      String problem = String.valueOf(e.getMessage()).substring((clip.id() + ": ").length());
      return Optional.of(new Finding(clip.id(), problem, isTaken));
    }
  }
}
