package org.macro2micro.spark;

import java.io.Serializable;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/**
 * What an executor does with a piece of work, which is all that its task holds. A piece whose
 * executor is lost each time, as by a file that a library can't bear, is not tried a last time: it
 * would end the whole job.
 *
 * @param <T> the piece
 * @param <R> what it gives
 */
abstract class EachTask<T, R> extends AbstractFunction1<Iterator<T>, R> implements Serializable {
  private static final long serialVersionUID = 1;

  /** Spark's own default of spark.task.maxFailures. */
  private static final int USUAL_TRIES = 4;

  private final int threads;

  EachTask(int threads) {
    this.threads = threads;
  }

  @Override
  public final R apply(Iterator<T> pieces) {
    ProcessSettings.set(threads);
    T piece = pieces.next();
    int tries = tries();
    return TaskContext.get().attemptNumber() < tries
        ? EngineThread.call(() -> done(piece))
        : lost(
            piece,
            "each executor that tried it was lost (tries: %d); their machines' logs say why, which is often that memory was short (spark.executor.memoryOverhead)"
                .formatted(tries));
  }

  private static int tries() {
    int most = SparkEnv.get().conf().getInt("spark.task.maxFailures", USUAL_TRIES);
    return Math.max(1, most - 1);
  }

  /** Does a piece of work. */
  abstract R done(T piece);

  /** What is given in place of a piece that can't be done. */
  abstract R lost(T piece, String why);
}
