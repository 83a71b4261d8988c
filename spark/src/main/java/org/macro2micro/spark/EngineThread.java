package org.macro2micro.spark;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.TaskKilledException;

/**
 * The thread of an executor in which all of its work is done, one piece after the other. Spark has
 * a thread for each task, but PyTorch keeps for each thread whether gradients are recorded, and has
 * them recorded in all but that in which it was started: there, weights that are read into a
 * network are refused.
 */
final class EngineThread {
  private static final ExecutorService ONLY =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "engine");
            thread.setDaemon(true);
            return thread;
          });

  private EngineThread() {}

  /**
   * Does a piece of work there and waits for it.
   *
   * @throws TaskKilledException if this thread is interrupted while it waits
   */
  static <R> R call(Callable<R> work) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    Future<R> result =
        ONLY.submit(
            () -> {
              Thread.currentThread().setContextClassLoader(loader);
              return work.call();
            });
    try {
      return result.get();
    } catch (InterruptedException e) {
      result.cancel(true);
      Thread.currentThread().interrupt();
      throw new TaskKilledException("it was interrupted");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof Error error) {
        throw error;
      }
      throw cause instanceof RuntimeException failed ? failed : new IllegalStateException(cause);
    }
  }
}
