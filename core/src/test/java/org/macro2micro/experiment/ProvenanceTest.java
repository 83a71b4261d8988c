package org.macro2micro.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
  @Test
  void namesThisJavaAndMachine() {
    Provenance provenance =
        Provenance.now("0.1", Map.of("b", "2", "a", "1"), "cpu", List.of(7L), Map.of());
    assertThat(provenance.javaVersion()).startsWith(System.getProperty("java.version"));
    assertThat(provenance.platform())
        .contains(System.getProperty("os.name"), System.getProperty("os.arch"));
    assertThat(provenance.libraries().keySet()).containsExactly("a", "b");
    assertThat(provenance.seconds()).isZero();
  }

  @Test
  void theTimeRunsFromTheStart() {
    Instant anHourAgo = Instant.now().minusSeconds(3600);
    Provenance finished =
        new Provenance(
                "0.1",
                "17",
                "Linux",
                new TreeMap<>(),
                "cpu",
                Workforce.alone(),
                anHourAgo,
                0,
                List.of(),
                new TreeMap<>())
            .finished();
    assertThat(finished.start()).isEqualTo(anHourAgo);
    assertThat(finished.seconds()).isGreaterThanOrEqualTo(3600);
  }
}
