package org.macro2micro.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An executor does one task at a time, with all of its processors. */
class ExecutorShapeTest {
  @Test
  void withoutASettingATaskHasOneProcessorAndAnExecutorNoMore() {
    assertShape("", "", "1");
  }

  @Test
  void aTaskTakesTheProcessorsOfItsExecutor() {
    assertShape("4", "", "4");
    assertShape("", "3", "3");
    assertShape("2", "2", "2");
  }

  @Test
  void tasksThatWouldShareAnExecutorAreRefused() {
    assertThatThrownBy(() -> ExecutorShape.cores("8", "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("spark.executor.cores=8 and spark.task.cpus=1")
        .hasMessageContaining("leave spark.task.cpus out");
  }

  /** Spark starts an executor's Java, so that nothing of the launcher reaches it. */
  @Test
  void anExecutorHasTheEnvironmentThatTheLauncherSets() throws IOException {
    String launcher = Files.readString(Path.of("..", "macro2micro"));
    assertThat(ExecutorShape.ENVIRONMENT)
        .containsOnly(
            Map.entry("OMP_WAIT_POLICY", said(launcher, "{OMP_WAIT_POLICY:-")),
            Map.entry("OPENCV_LOG_LEVEL", said(launcher, "OPENCV_LOG_LEVEL=")),
            Map.entry("GLIBC_TUNABLES", said(launcher, "\ntunables=")));
  }

  private static String said(String script, String before) {
    int from = script.indexOf(before);
    assertThat(from).as(before).isNotNegative();
    return script.substring(from + before.length()).split("[}\n]", 2)[0];
  }

  private static void assertShape(String executor, String task, String expected) {
    assertThat(ExecutorShape.cores(executor, task)).isEqualTo(expected);
  }
}
