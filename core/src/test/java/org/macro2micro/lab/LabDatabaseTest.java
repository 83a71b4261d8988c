package org.macro2micro.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macro2micro.lab.camera.FrameRenderer;
import org.macro2micro.lab.plan.Framing;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.lab.plan.Layout;

class LabDatabaseTest {
  @TempDir Path temp;

  @ParameterizedTest
  @EnumSource(Layout.class)
  void theSameSeedGivesTheSameBytesOnAnyNumberOfThreads(Layout layout) throws Exception {
    String one = digest(written(small(layout, 1), "one", 1));
    String two = digest(written(small(layout, 1), "two", 2));
    String other = digest(written(small(layout, 2), "other", 2));
    assertThat(two).isEqualTo(one);
    assertThat(other).isNotEqualTo(one);
  }

  @Test
  void sizeOfTheDatabaseDoesNotChangeAPerson() {
    LabSettings few = LabSettings.casme2(2, 3, 4, 24, 1);
    LabSettings many = LabSettings.casme2(20, 3, 4, 24, 1);
    assertThat(FrameRenderer.person(many, "sub02")).isEqualTo(FrameRenderer.person(few, "sub02"));
    assertThat(FrameRenderer.person(few, "sub01")).isNotEqualTo(FrameRenderer.person(few, "sub02"));
  }

  @Test
  void aFolderThatHoldsSomethingIsRefusedAndLeftAlone() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("full"));
    Path file = Files.writeString(folder.resolve("thesis.txt"), "mine");
    assertThatThrownBy(() -> LabDatabase.write(small(Layout.CK_PLUS, 1), folder, (d, a) -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not empty")
        .hasMessageContaining(folder.toString());
    assertThat(temp.toFile().list()).containsExactly("full");
    assertThat(Files.readString(file)).isEqualTo("mine");
    assertThatThrownBy(() -> LabDatabase.write(small(Layout.CK_PLUS, 1), file, (d, a) -> {}))
        .hasMessageContaining("is a file");
  }

  @Test
  void anEmptyFolderIsFilledAndNothingIsLeftBesideIt() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("empty"));
    LabDatabase.write(small(Layout.CASME_TWO, 1), folder, (done, all) -> {});
    assertThat(folder.resolve("Cropped")).isDirectory();
    assertThat(temp.toFile().list()).containsExactly("empty");
  }

  @Test
  void progressCountsEveryClip() throws IOException {
    List<String> heard = new ArrayList<>();
    LabDatabase.write(
        small(Layout.CK_PLUS, 1), temp.resolve("db"), (done, all) -> heard.add(done + "/" + all));
    assertThat(heard).containsExactly("1/4", "2/4", "3/4", "4/4");
  }

  @Test
  void aFailureLeavesNothingBehind() {
    Path folder = temp.resolve("db");
    assertThatThrownBy(
            () ->
                LabDatabase.write(
                    small(Layout.CK_PLUS, 1),
                    folder,
                    (done, all) -> {
                      throw new IllegalStateException("enough");
                    }))
        .hasMessage("enough");
    assertThat(temp).isEmptyDirectory();
  }

  private Path written(LabSettings settings, String name, int threads) throws IOException {
    Path folder = temp.resolve(name);
    LabDatabase.write(settings, folder, (done, all) -> {}, threads);
    return folder;
  }

  private static LabSettings small(Layout layout, long seed) {
    return switch (layout) {
      case CASME_TWO -> LabSettings.casme2(2, 2, 4, 24, seed);
      case SMIC, SAMM -> LabSettings.micro(layout, 2, 2, 4, 24, seed);
      case MMI -> LabSettings.mmi(2, 2, 3, seed).withPicture(48, 32, Framing.FULL);
      case CK_PLUS -> LabSettings.ckplus(2, 2, 3, seed).withPicture(32, 24, Framing.FULL);
    };
  }

  /** A digest of the names and bytes of all files. */
  private static String digest(Path root) throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted().toList()) {
        digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        if (Files.isRegularFile(file)) {
          digest.update(Files.readAllBytes(file));
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
