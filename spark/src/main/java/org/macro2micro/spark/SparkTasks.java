package org.macro2micro.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.spark.FutureAction;
import org.apache.spark.SparkContext;
import org.apache.spark.rdd.RDD;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/**
 * Has pieces of work done by the executors of a cluster, a task each, and hears of each that is
 * done.
 */
final class SparkTasks {
  private static final int PATIENCE_MILLISECONDS = 200;

  /** Spark keeps all tasks of a job in memory. */
  private static final int MOST_TASKS = 20_000;

  private final SparkContext context;

  SparkTasks(SparkContext context) {
    this.context = context;
  }

  /**
   * Hears of pieces that are done.
   *
   * @param <R> what they give
   */
  @FunctionalInterface
  interface Results<R> {
    /**
     * A piece is done.
     *
     * @param number of the piece, from 0
     */
    void done(int number, R result) throws IOException;
  }

  private record Arrived<R>(int number, R result) {}

  /**
   * Does the pieces, in any order.
   *
   * @param results hears of each once, from this thread; if it throws, the tasks that are left are
   *     cancelled
   * @throws IOException what {@code results} throws, or if Spark gives the work up
   */
  <T, R> void each(List<T> pieces, EachTask<T, R> task, Results<R> results)
      throws IOException, InterruptedException {
    for (int from = 0; from < pieces.size(); from += MOST_TASKS) {
      int first = from;
      List<T> part = pieces.subList(first, Math.min(pieces.size(), first + MOST_TASKS));
      part(part, task, (number, result) -> results.done(first + number, result));
    }
  }

  private <T, R> void part(List<T> pieces, EachTask<T, R> task, Results<R> results)
      throws IOException, InterruptedException {
    if (context.isStopped()) {
      throw new IOException(
          "the cluster has ended its work for this program; Spark's log says why; start the same command again");
    }
    // Spark has a single thread that hands results over and must not be held up: what is done with
    // them is done in ours.
    BlockingQueue<Arrived<R>> arrived = new LinkedBlockingQueue<>();
    FutureAction<BoxedUnit> job = submit(pieces, task, arrived);
    try {
      for (int done = 0; done < pieces.size(); done++) {
        Arrived<R> next = next(arrived, job);
        results.done(next.number, next.result);
      }
    } finally {
      if (!job.isCompleted()) {
        job.cancel();
      }
    }
  }

  private <T, R> FutureAction<BoxedUnit> submit(
      List<T> pieces, EachTask<T, R> task, BlockingQueue<Arrived<R>> arrived) {
    Seq<T> sequence = CollectionConverters.asScala(new ArrayList<>(pieces)).toSeq();
    ClassTag<T> any = ClassTag$.MODULE$.apply(Object.class);
    RDD<T> data = context.parallelize(sequence, pieces.size(), any);
    List<Object> numbers = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      numbers.add(i);
    }
    return context.submitJob(
        data,
        task,
        CollectionConverters.asScala(numbers).toSeq(),
        (number, result) -> {
          arrived.add(new Arrived<>((Integer) number, result));
          return BoxedUnit.UNIT;
        },
        () -> BoxedUnit.UNIT);
  }

  private static <R> Arrived<R> next(BlockingQueue<Arrived<R>> arrived, FutureAction<?> job)
      throws IOException, InterruptedException {
    while (true) {
      boolean isOver = job.isCompleted(); // Asked first: what came before the end is in the queue.
      Arrived<R> next = arrived.poll(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS);
      if (next != null) {
        return next;
      }
      if (isOver) {
        Throwable failure = failure(job);
        throw new IOException(
            "the cluster gave the work up%s; what is done is kept, start the same command again"
                .formatted(failure == null ? "" : ": " + failure.getMessage()),
            failure);
      }
    }
  }

  private static @Nullable Throwable failure(FutureAction<?> job) {
    Try<?> end = job.value().get();
    return end.isFailure() ? end.failed().get() : null;
  }
}
