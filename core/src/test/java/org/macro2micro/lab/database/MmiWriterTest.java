package org.macro2micro.lab.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.clip.Emotion;
import org.macro2micro.lab.LabDatabase;
import org.macro2micro.lab.plan.CastClip;
import org.macro2micro.lab.plan.ClipCounts;
import org.macro2micro.lab.plan.Framing;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.lab.plan.Layout;
import org.macro2micro.lab.plan.Roster;
import org.macro2micro.video.VideoReader;

class MmiWriterTest {
  @TempDir Path temp;

  @Test
  void oneClipShowsBothViewsOneLiesAndSomeTakeNoPart() {
    LabSettings settings = LabSettings.like(Layout.MMI, 1);
    List<CastClip> clips = Roster.of(settings);
    MmiWriter writer = new MmiWriter(clips);
    List<MmiWriter.Take> labelled =
        clips.stream().filter(c -> c.emotion().isPresent()).map(writer::take).toList();
    assertThat(labelled).hasSize(205);
    assertThat(labelled.subList(0, 2)).containsExactly(MmiWriter.Take.BOTH, MmiWriter.Take.LYING);
    assertThat(labelled.subList(2, 205)).containsOnly(MmiWriter.Take.FRONTAL);
    assertThat(clips.stream().filter(c -> c.emotion().isEmpty()).map(writer::take))
        .hasSize(12)
        .containsOnly(MmiWriter.Take.FRONTAL, MmiWriter.Take.PROFILE);
    assertThat(clips.stream().map(MmiWriter::session)).doesNotHaveDuplicates();
  }

  @Test
  void videosAndXmlLieInSessions() throws IOException {
    Path root = temp.resolve("mmi");
    LabDatabase.write(
        LabSettings.mmi(1, 3, 4, 9)
            .withClips(ClipCounts.even(List.of(Emotion.SURPRISE), 3))
            .withPicture(64, 48, Framing.FULL),
        root,
        (done, all) -> {});
    assertThat(names(root.resolve("Sessions"))).containsExactly("101", "102", "103");
    assertThat(names(root.resolve("Sessions/101")))
        .containsExactly("S001-001-oao_aucs.xml", "S001-001.avi", "S001-001.xml", "session.xml");
    assertThat(names(root.resolve("Sessions/102")))
        .as("a clip that lies on its side is not coded")
        .containsExactly("S001-002.avi", "S001-002.xml", "session.xml");
    assertThat(root.resolve("Sessions/101/session.xml")).content().contains("view=\"2\"");
    assertThat(root.resolve("Sessions/102/session.xml")).content().contains("view=\"0\"");
    assertThat(root.resolve("Sessions/103/S001-003.xml"))
        .content()
        .contains("<Metatag Name=\"Emotion\" Value=\"6\"/>");
    for (String video : List.of("101/S001-001", "102/S001-002", "103/S001-003")) {
      try (VideoReader reader = VideoReader.open(root.resolve("Sessions/" + video + ".avi"))) {
        assertThat(List.of(reader.width(), reader.height())).containsExactly(64, 48);
      }
    }
  }

  @Test
  void oddSizesAreRefusedBeforeAnythingIsDrawn() {
    assertThatThrownBy(() -> LabSettings.mmi(1, 3, 4, 9).withPicture(63, 48, Framing.FULL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("63x48");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
