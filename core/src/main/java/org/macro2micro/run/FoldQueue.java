package org.macro2micro.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The jobs that are left, those under way, and how many are done. */
final class FoldQueue {
  /** A job and how often it was begun. */
  record Try(FoldJob job, int number) {}

  private final Deque<Try> left = new ArrayDeque<>();
  private final RunListener listener;
  private final Map<FoldJob, Integer> underway = new LinkedHashMap<>();
  private boolean givenUp;
  private int done;

  FoldQueue(List<FoldJob> jobs, RunListener listener) {
    jobs.forEach(job -> left.add(new Try(job, 1)));
    this.listener = listener;
  }

  synchronized @Nullable Try next() {
    Try next = givenUp ? null : left.poll();
    if (next != null) {
      at(next.job, 0);
    }
    return next;
  }

  /** A job is so many percent done. */
  synchronized void at(FoldJob job, int percent) {
    underway.put(job, percent);
    listener.underway(
        underway.entrySet().stream()
            .map(one -> one.getKey().heldOut().id() + " " + one.getValue() + "%")
            .collect(Collectors.joining(", ")));
  }

  synchronized void again(Try lost) {
    listener.note(
        "fold %s: the process that did it ended; it is done once more"
            .formatted(lost.job.heldOut()));
    left.addFirst(new Try(lost.job, lost.number + 1));
  }

  synchronized void done(FoldJob job) {
    underway.remove(job);
    listener.done(++done);
  }

  synchronized void giveUp() {
    givenUp = true;
  }
}
