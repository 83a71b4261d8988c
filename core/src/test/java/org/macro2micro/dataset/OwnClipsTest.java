package org.macro2micro.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnClipsTest {
  @TempDir private Path folder;
  private Path clip;

  @BeforeEach
  void writeClip() throws IOException {
    clip = frames("clip é", 3);
  }

  private Path frames(String name, int count) throws IOException {
    for (int i = 1; i <= count; i++) {
      Trees.image(folder.resolve(name).resolve("img" + i + ".jpg"));
    }
    return folder.resolve(name);
  }

  private Path list(String text, Charset charset) throws IOException {
    return Files.write(folder.resolve("list.txt"), text.getBytes(charset));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252", "UTF-32LE"})
  void aListIsReadInWhateverEncodingItIs(String charset) throws IOException {
    String mark = charset.startsWith("UTF") && !charset.equals("UTF-16") ? "\uFEFF" : "";
    Path list = list(mark + "clip é\r\n", Charset.forName(charset));
    assertThat(OwnClips.media(List.of(list))).containsExactly(clip);
  }

  @Test
  void utf16WithoutAMarkIsSeenByItsZeros() throws IOException {
    assertThat(OwnClips.media(List.of(list("clip é\n", StandardCharsets.UTF_16LE))))
        .containsExactly(clip);
    assertThat(OwnClips.media(List.of(list("clip é\n", StandardCharsets.UTF_16BE))))
        .containsExactly(clip);
  }

  @Test
  void aLineMayHaveQuotesBlanksCommentsAndTheSlashesOfOtherSystems() throws IOException {
    Path deep = frames("a/b", 2);
    Path list =
        list(
            "# mine\n\n  clip é \u00a0\n\"clip é\"\n'clip é'\na\\b\n\"a/b\" # again\n   # end",
            StandardCharsets.UTF_8);
    assertThat(OwnClips.media(List.of(list))).containsExactly(clip, clip, clip, deep, deep);
    Path sharp = frames("#1", 2);
    assertThat(OwnClips.media(List.of(list("#1\n#2\n", StandardCharsets.UTF_8))))
        .containsExactly(sharp);
  }

  @Test
  void aLineThatLeadsNowhereIsNamedByItsNumber() throws IOException {
    Path list = list("clip é\n\nclip e\n", StandardCharsets.UTF_8);
    assertThatThrownBy(() -> OwnClips.media(List.of(list)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("list.txt, line 3: there is no file or folder \"clip e\"");
    Path bytes = Files.write(folder.resolve("list.txt"), new byte[] {'a', 0, 0, 'b', 'c', '\n'});
    assertThatThrownBy(() -> OwnClips.media(List.of(bytes))).hasMessageContaining("is not text");
  }

  @Test
  void aListThatNamesItselfIsOneError() throws IOException {
    Path list = list("clip é\nlist.txt\n", StandardCharsets.UTF_8);
    assertThatThrownBy(() -> OwnClips.media(List.of(list)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("list.txt names itself;");
    Path other = Trees.text(folder.resolve("other.lst"), "link.txt\n");
    list("other.lst\n", StandardCharsets.UTF_8);
    Files.createSymbolicLink(folder.resolve("link.txt"), list);
    assertThatThrownBy(() -> OwnClips.media(List.of(other)))
        .hasMessageContaining("names itself by way of other lists");
    Trees.text(other, "clip é\n");
    list("other.lst\nother.lst\n", StandardCharsets.UTF_8);
    assertThat(OwnClips.media(List.of(list))).containsExactly(clip, clip);
  }

  @Test
  void aFolderOfAPhotographIsNotAClip() throws IOException {
    Path one = frames("one", 1);
    Path photograph = one.resolve("img1.jpg");
    OwnClips.Found found = OwnClips.read(List.of(one, photograph, clip));
    assertThat(found.clips()).hasSize(1);
    assertThat(found.problems())
        .hasSize(2)
        .allMatch(p -> p.action() == Problem.Action.LEFT_OUT)
        .allMatch(p -> p.problem().contains("a micro-expression is a movement"));
    Path film = Trees.video(folder.resolve("short.avi"), 40, 24, 1);
    assertThat(OwnClips.read(List.of(film)).problems().get(0).problem()).contains("has one frame");
  }

  @Test
  void clipsLieUpToFourLevelsBelowWhatIsGiven() throws IOException {
    Path study = folder.resolve("study");
    Path first = frames("study/day1/clip1", 2);
    Path second = frames("study/day1/morning/clip2", 2);
    Path third = frames("study/clip3", 2);
    Files.createDirectories(study.resolve("empty"));
    Files.createSymbolicLink(study.resolve("day1/circle"), study);
    Files.createSymbolicLink(study.resolve("broken"), folder.resolve("nowhere"));
    Path linked = Files.createSymbolicLink(study.resolve("linked"), clip);
    assertThat(OwnClips.media(List.of(study))).containsExactly(third, first, second, linked);
    OwnClips.Found found = OwnClips.read(List.of(study));
    assertThat(found.clips().get(1).id()).hasToString("own/day1/clip1");
  }

  @Test
  void aFolderWithoutFramesSaysWhatItHolds() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThatThrownBy(() -> OwnClips.media(List.of(empty)))
        .hasMessageContaining("found no frames, no folders of frames and no videos");
    Trees.image(empty.resolve("a.jpg"));
    Trees.image(empty.resolve("b.jpg"));
    assertThatThrownBy(() -> OwnClips.media(List.of(empty)))
        .hasMessageContaining("none of its 2 images has a number in its name");
  }

  @Test
  void aFolderWhoseOrderCanNotBeToldIsLeftOut() throws IOException {
    for (String name : List.of("cam1_1", "cam1_2", "cam2_1", "cam2_2")) {
      Trees.image(folder.resolve("two").resolve(name + ".png"));
    }
    Path two = folder.resolve("two");
    assertThat(OwnClips.read(List.of(two)).problems().get(0).problem())
        .contains("2 numbers vary in the names of its images");
    assertThatThrownBy(() -> OwnClips.frames(two))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("2 numbers vary");
  }
}
