package org.macro2micro.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** That the tables of a page are held to the code in both directions, on worked cases. */
class PageTablesTest {
  private static final PackageUses CODE =
      uses(
          Map.of(
              "clip", Map.of(),
              "lab", Map.of("clip", "Face uses Clip"),
              "run", Map.of("clip", "Run uses Clip", "lab", "Run uses Lab")));

  private static final PackageUses CLASSES =
      uses(
          Map.of(
              "clip", Map.of(),
              "lab", Map.of("org.csv.Writer", "Sheet uses Writer")));

  @Test
  void tableThatSaysWhatTheCodeDoesHasNoDepartures() {
    assertThat(packages("| clip | - |", "| lab | clip |", "| run | clip, lab |")).isEmpty();
  }

  @Test
  void useThatIsNotNamedIsADeparture() {
    assertThat(packages("| clip | - |", "| lab | clip |", "| run | lab |"))
        .containsExactly(
            "page.md:5: `run` uses `clip` (Run uses Clip), which its row does not name; change the"
                + " code, or let the column uses say: clip, lab");
  }

  @Test
  void permissionThatIsNotUsedIsADeparture() {
    assertThat(packages("| clip | - |", "| lab | clip |", "| run | clip, lab, seed |"))
        .containsExactly(
            "page.md:5: `run` does not use `seed`, which its row names; change the code, or let the"
                + " column uses say: clip, lab");
  }

  @Test
  void rowThatIsWrongBothWaysSaysBoth() {
    assertThat(packages("| clip | - |", "| lab | clip |", "| run | lab, seed |"))
        .containsExactly(
            "page.md:5: `run` uses `clip` (Run uses Clip), which its row does not name, and does not"
                + " use `seed`, which its row names; change the code, or let the column uses say:"
                + " clip, lab");
  }

  @Test
  void packageWithoutARowIsADeparture() {
    assertThat(packages("| clip | - |", "| run | clip, lab |"))
        .containsExactly("page.md: no row for the package `lab`; add one above line 4, uses: clip");
  }

  @Test
  void rowWithoutAPackageIsADeparture() {
    assertThat(packages("| clip | - |", "| lab | clip |", "| run | clip, lab |", "| gone | - |"))
        .containsExactly("page.md:6: there is no package `gone` in the code; take the row away");
  }

  @Test
  void secondRowOfAPackageIsADeparture() {
    assertThat(packages("| clip | - |", "| lab | clip |", "| lab | clip |", "| run | clip, lab |"))
        .containsExactly("page.md:5: `lab` has a row on line 4 already");
  }

  @Test
  void usedPackageBelowItsUserIsADeparture() {
    assertThat(packages("| clip | - |", "| run | clip, lab |", "| lab | clip |"))
        .containsExactly(
            "page.md:4: `run` uses `lab`, which stands below it, on line 5; move the row there up");
  }

  @Test
  void tableOfLibrariesThatSaysWhatTheCodeDoesHasNoDepartures() {
    assertThat(libraries("| CSV | `org.csv` | lab |")).isEmpty();
  }

  @Test
  void libraryKnownElsewhereIsADeparture() {
    assertThat(libraries("| CSV | `org.csv` | - |"))
        .containsExactly(
            "page.md:3: `lab` uses CSV, which its row does not allow (Sheet uses Writer); take the"
                + " use out of the code, or name the package in the column known in");
  }

  @Test
  void permissionForALibraryThatIsNotUsedIsADeparture() {
    assertThat(libraries("| CSV | `org.csv` | lab, clip, gone |"))
        .containsExactly(
            "page.md:3: `clip` does not use CSV; take it out of the column known in",
            "page.md:3: `gone` does not use CSV; take it out of the column known in");
  }

  @Test
  void libraryWithoutARowIsADeparture() {
    // Names that only begin alike are another library's.
    assertThat(libraries("| CSV | `org.cs` | - |"))
        .containsExactly(
            "page.md:3: nothing uses CSV; take the row away",
            "page.md: no row of the libraries has the class org.csv.Writer of `lab` (Sheet uses"
                + " Writer); add one");
  }

  private static List<String> packages(String... rows) {
    return PackageTable.of("page.md", table("| package | uses |", "|---|---|", rows))
        .departures(CODE);
  }

  private static List<String> libraries(String row) {
    return LibraryTable.of(
            "page.md", table("| library | classes | known in |", "|---|---|---|", row))
        .departures(CLASSES);
  }

  private static List<String> table(String headers, String line, String... rows) {
    return List.of((headers + "\n" + line + "\n" + String.join("\n", rows)).split("\n", -1));
  }

  private static PackageUses uses(Map<String, Map<String, String>> found) {
    TreeMap<String, java.util.SortedMap<String, String>> sorted = new TreeMap<>();
    found.forEach((name, uses) -> sorted.put(name, new TreeMap<>(uses)));
    return new PackageUses(sorted);
  }
}
