package org.macro2micro.experiment;

/**
 * Who does the folds of a run. The number of threads decides the last digits of a network's
 * numbers; the number of processes changes nothing but the time.
 *
 * @param processes that do folds; 0 if a cluster decides
 * @param threads of each in PyTorch; 0 if PyTorch decides, by the machine's processors
 * @param reason why so many; empty if somebody said so
 */
public record Workforce(int processes, int threads, String reason) {
  /** This process alone, with as many threads as its options say. */
  public static Workforce alone() {
    return new Workforce(1, Integer.getInteger(THREADS, 0), "");
  }

  /** Processes of a cluster, with as many threads as the driver has. */
  public static Workforce ofCluster() {
    return new Workforce(0, Integer.getInteger(THREADS, 0), "");
  }

  /** The option of Java that tells PyTorch its threads. */
  public static final String THREADS = "ai.djl.pytorch.num_threads";

  /** In a few words for people. */
  @Override
  public String toString() {
    return "%s, %s%s"
        .formatted(
            processes == 0
                ? "processes of a cluster"
                : processes == 1 ? "1 process" : processes + " processes",
            threads == 0
                ? "threads as PyTorch decides"
                : threads == 1 ? "1 thread each" : threads + " threads each",
            reason.isEmpty() ? "" : ": " + reason);
  }
}
