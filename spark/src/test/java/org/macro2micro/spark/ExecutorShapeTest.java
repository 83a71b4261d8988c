package org.macro2micro.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  private static void assertShape(String executor, String task, String expected) {
    assertThat(ExecutorShape.cores(executor, task)).isEqualTo(expected);
  }
}
