package org.macro2micro.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in a folder goes with it, and what lies beside it or is linked stays. */
class FolderTreeTest {
  @TempDir Path folder;

  @Test
  void goesWithAllThatIsInIt() throws IOException {
    Path tree = Files.createDirectories(folder.resolve("tree/inner/empty")).getParent().getParent();
    Files.writeString(tree.resolve("inner/file"), "goes");
    Path beside = Files.writeString(folder.resolve("tree-beside"), "stays");
    FolderTree.delete(tree);
    assertThat(tree).doesNotExist();
    assertThat(beside).exists();
  }

  @Test
  void whatALinkLeadsToStays() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Path file = Files.writeString(elsewhere.resolve("file"), "stays");
    Path tree = Files.createDirectories(folder.resolve("tree"));
    Files.createSymbolicLink(tree.resolve("link"), elsewhere);
    FolderTree.delete(tree);
    assertThat(tree).doesNotExist();
    assertThat(file).exists();
  }

  @Test
  void whereNoFolderIsNothingHappens() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "stays");
    FolderTree.delete(file);
    FolderTree.delete(folder.resolve("nowhere"));
    assertThat(file).exists();
  }
}
