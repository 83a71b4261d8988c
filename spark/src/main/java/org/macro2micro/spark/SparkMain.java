package org.macro2micro.spark;

import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.macro2micro.cli.FailureReport;
import org.macro2micro.cli.Main;

/** The command macro2micro, whose folds and videos the machines of a Spark cluster do. */
public final class SparkMain {
  private SparkMain() {}

  /** Runs the command line; an exit code other than 0 ends the process. */
  public static void main(String[] arguments) {
    int code = run(arguments);
    // Where the cluster runs this process, it takes every call of exit for a failure, whatever the
    // code.
    if (code != 0) {
      System.exit(code);
    }
  }

  private static int run(String[] arguments) {
    SparkConf conf;
    try {
      conf = ExecutorShape.of(new SparkConf());
    } catch (IllegalArgumentException e) {
      System.err.println("macro2micro: " + e.getMessage());
      return 2;
    }
    SparkContext context;
    try {
      context = new SparkContext(conf);
    } catch (RuntimeException e) {
      System.err.println("macro2micro: Spark can't be started: " + FailureReport.line(e));
      return 1;
    }
    try {
      int threads = ExecutorShape.threads(context.conf());
      ProcessSettings.set(threads);
      return Main.run(arguments, Optional.of(new SparkCluster(new SparkTasks(context), threads)));
    } finally {
      context.stop();
    }
  }
}
