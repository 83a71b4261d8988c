package org.macro2micro.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.Subject;

/** The 442 real clips against Table 1 of MEGC 2019, on machines that have them. */
class RealFlowTest {
  private static final Path FOLDER = Path.of("../../shared/data/mer-flow");

  @BeforeAll
  static void thereAreRealClips() {
    assumeTrue(Files.isDirectory(FOLDER), "skipped: no real flow images at " + FOLDER);
  }

  @Test
  void theCompositeTaskIsReadWhole() throws DatasetException {
    Inventory inventory = new FlowImageReader().read(FOLDER);
    assertThat(inventory.problems()).isEmpty();

    InventoryCounts counts = InventoryCounts.of(inventory, null);
    assertThat(counts.clips()).isEqualTo(442);
    assertThat(counts.subjects()).isEqualTo(68);
    assertThat(counts.labels())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("negative", 250, "positive", 109, "surprise", 83));

    Map<String, Integer> clips =
        InventoryCounts.clipsBySubject(inventory).entrySet().stream()
            .collect(
                Collectors.toMap(e -> e.getKey().database(), Map.Entry::getValue, Integer::sum));
    assertThat(clips).isEqualTo(Map.of("casme2", 145, "smic", 164, "samm", 133));
    Map<String, Long> subjects =
        inventory.corpus().subjects().stream()
            .collect(Collectors.groupingBy(Subject::database, Collectors.counting()));
    assertThat(subjects).isEqualTo(Map.of("casme2", 24L, "smic", 16L, "samm", 28L));
  }

  @Test
  void innerFoldersWorkToo() throws DatasetException {
    Inventory inventory = new FlowImageReader().read(FOLDER.resolve("onset-apex"));
    assertThat(inventory.corpus().clips()).hasSize(442);
  }
}
