package org.macro2micro.spark;

import java.util.Map;
import org.apache.spark.SparkConf;

/**
 * Holds executors to one task at a time, since DJL has one collector of gradients for a process: a
 * task takes all processors of its executor, and trains in as many threads.
 */
final class ExecutorShape {
  private static final String EXECUTOR = "spark.executor.cores";
  private static final String TASK = "spark.task.cpus";

  /**
   * What an executor's process needs in its environment, unless somebody has set it; see the
   * launcher.
   */
  static final Map<String, String> ENVIRONMENT =
      Map.of(
          "OMP_WAIT_POLICY", "PASSIVE",
          "OPENCV_LOG_LEVEL", "OFF",
          "GLIBC_TUNABLES",
              "glibc.malloc.mmap_threshold=1073741824:glibc.malloc.trim_threshold=2147483648"
                  + ":glibc.malloc.top_pad=67108864:glibc.malloc.hugetlb=1");

  private ExecutorShape() {}

  /**
   * The settings, completed.
   *
   * @param given what the submit line says
   * @throws IllegalArgumentException if tasks were to share an executor
   */
  static SparkConf of(SparkConf given) {
    SparkConf conf = given.clone();
    String cores = cores(conf.get(EXECUTOR, ""), conf.get(TASK, ""));
    conf.set(EXECUTOR, cores).set(TASK, cores);
    // One of two executors that do the same would work in vain for hours.
    conf.set("spark.speculation", "false");
    conf.setIfMissing("spark.app.name", "macro2micro");
    ENVIRONMENT.forEach((name, value) -> conf.setIfMissing("spark.executorEnv." + name, value));
    return conf;
  }

  /**
   * The processors of an executor and of a task.
   *
   * @param executor as the submit line has them; empty if it does not
   * @param task the same
   */
  static String cores(String executor, String task) {
    if (!executor.isEmpty() && !task.isEmpty() && !executor.equals(task)) {
      throw new IllegalArgumentException(
          "found %s=%s and %s=%s, expected the same number: an executor does one task at a time; leave %s out"
              .formatted(EXECUTOR, executor, TASK, task, TASK));
    }
    return !executor.isEmpty() ? executor : !task.isEmpty() ? task : "1";
  }

  /** Threads of a training, on each of the machines. */
  static int threads(SparkConf conf) {
    return Integer.parseInt(conf.get(TASK));
  }
}
