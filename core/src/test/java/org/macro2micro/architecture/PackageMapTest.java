package org.macro2micro.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageMapTest {
  @TempDir private Path dir;

  @Test
  void arrowsThatOthersImplyAreLeftOutAndTheLowestComeFirst() {
    // run -> report -> score -> clip, run -> lab -> clip; all that lies further down is implied.
    PackageUses code =
        uses("run:report lab score clip", "report:score clip", "score:clip", "lab:clip", "clip:");

    assertThat(PackageMap.draw(code))
        .containsExactly(
            "```mermaid",
            "flowchart TD",
            "  clip",
            "  lab --> clip",
            "  score --> clip",
            "  report --> score",
            "  run --> lab & report",
            "```");
  }

  @Test
  void packagesInACircleHaveNoMap() {
    assertThatThrownBy(() -> PackageMap.draw(uses("a:b", "b:c", "c:a")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("package a uses itself by way of others");
  }

  @Test
  void mapIsWrittenBetweenItsMarksAndReadAgain() throws IOException {
    Path page = dir.resolve("page.md");
    Files.writeString(
        page, "above\n" + PackageMap.BEGIN + "\nold\n" + PackageMap.END + "\nbelow\n");

    PackageMap.write(page, List.of("new", "map"));

    assertThat(Files.readAllLines(page))
        .containsExactly("above", PackageMap.BEGIN, "new", "map", PackageMap.END, "below");
    assertThat(PackageMap.read(Files.readAllLines(page))).containsExactly("new", "map");
  }

  @Test
  void pageWithoutMarksIsNotWritten() throws IOException {
    Path page = dir.resolve("page.md");
    Files.writeString(page, "above\n" + PackageMap.END + "\n");

    assertThatThrownBy(() -> PackageMap.write(page, List.of("map")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(PackageMap.BEGIN + "\" nowhere");
    assertThat(page).hasContent("above\n" + PackageMap.END + "\n");
  }

  @Test
  void usesAreReadFromClasses() {
    var classes = new ClassFileImporter().importClasses(PackageMapTest.class, PackageMap.class);

    PackageUses among = PackageUses.amongPackages(classes, "org.macro2micro.");
    PackageUses others = PackageUses.ofOthers(classes, "org.macro2micro.");

    assertThat(among.found()).containsOnlyKeys("architecture");
    assertThat(among.of("architecture")).isEmpty();
    assertThat(others.of("architecture"))
        .contains("org.assertj.core.api.Assertions", "org.junit.jupiter.api.Test")
        .noneMatch(name -> name.startsWith("java."));
    assertThat(others.found().get("architecture"))
        .containsEntry("org.junit.jupiter.api.Test", "PackageMapTest uses Test");
    // Below "org." the packages are macro2micro, assertj and junit.
    assertThat(PackageUses.amongPackages(classes, "org.").of("macro2micro"))
        .containsExactlyInAnyOrder("assertj", "junit");
  }

  private static PackageUses uses(String... lines) {
    SortedMap<String, SortedMap<String, String>> found = new TreeMap<>();
    for (String line : lines) {
      String[] parts = line.split(":", -1);
      SortedMap<String, String> uses = found.computeIfAbsent(parts[0], key -> new TreeMap<>());
      for (String used : parts[1].split(" ", -1)) {
        if (!used.isEmpty()) {
          uses.put(used, "One uses Other");
        }
      }
    }
    return new PackageUses(found);
  }
}
