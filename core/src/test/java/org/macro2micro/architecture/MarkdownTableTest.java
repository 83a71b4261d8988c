package org.macro2micro.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTableTest {
  private static final List<String> PAGE =
      """
      # Page

      | other | table |
      |---|---|
      | a | b |

      | uses | holds | package |
      |:--|---|--:|
      | - | one \\| two | `clip` |
      | clip, `seed` | | lab

      | uses | holds | package |
      |---|---|---|
      | never | read | again |
      """
          .lines()
          .toList();

  @Test
  void tableIsFoundByItsColumnsInAnyOrder() {
    MarkdownTable table = MarkdownTable.of("page.md", PAGE, "package", "uses");

    assertThat(table.rows()).extracting(MarkdownTable.Row::line).containsExactly(9, 10);
    assertThat(table.rows().get(0).cells()).containsEntry("holds", "one \\| two");
    assertThat(table.rows().get(0).names("package")).containsExactly("clip");
    assertThat(table.rows().get(0).names("uses")).isEmpty();
    assertThat(table.rows().get(1).names("package")).containsExactly("lab");
    assertThat(table.rows().get(1).names("uses")).containsExactly("clip", "seed");
  }

  @Test
  void missingColumnIsSaid() {
    assertThatThrownBy(() -> MarkdownTable.of("page.md", PAGE, "package", "needs"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("page.md has no table with the columns [package, needs]");
  }

  @Test
  void rowWithACellTooFewIsSaidWithItsLine() {
    List<String> lines = List.of("| a | b |", "|---|---|", "| 1 | 2 |", "| 3 |");
    assertThatThrownBy(() -> MarkdownTable.of("page.md", lines, "a", "b"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("page.md:4: the row has 1 cells, expected 2");
  }
}
