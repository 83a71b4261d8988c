package org.macro2micro.method.handcrafted;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Independent pieces of work, done on all processors; neither order nor number of them shows. */
final class InOrder {
  private InOrder() {}

  /**
   * The results in the order of the items.
   *
   * @param work free of effects, for several threads at once
   * @throws IllegalStateException if the thread is interrupted; what {@code work} throws is thrown
   *     on, of the first item that fails
   */
  static <A, B> List<B> map(List<A> items, Function<A, B> work) {
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<B>> pending = new ArrayList<>();
      for (A item : items) {
        pending.add(workers.submit(() -> work.apply(item)));
      }
      List<B> results = new ArrayList<>();
      for (Future<B> future : pending) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw new IllegalStateException("a piece of work failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the method was interrupted; start it again", e);
    } finally {
      workers.shutdownNow();
    }
  }
}
