package org.macro2micro.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.LabelledClip;
import org.macro2micro.clip.Video;
import org.macro2micro.dataset.Problem.Action;
import org.macro2micro.lab.LabDatabase;
import org.macro2micro.lab.plan.Framing;
import org.macro2micro.lab.plan.LabSettings;

class MmiReaderTest {
  @TempDir Path temp;
  private Path root;

  @BeforeEach
  void writeADatabase() throws IOException {
    root = Trees.mmi(temp.resolve("MMI"));
  }

  @Test
  void frontalClipsOfSixEmotionsAreReadAndTheRestCounted() throws Exception {
    Inventory inventory = read(root);
    assertThat(Trees.ids(inventory))
        .containsExactly("mmi/S001/S001-001", "mmi/S001/S001-002", "mmi/S002/S002-001");
    assertThat(inventory.corpus().clips())
        .extracting(LabelledClip::emotion)
        .containsExactly(Emotion.ANGER, Emotion.SURPRISE, Emotion.FEAR);
    Clip clip = inventory.corpus().clips().get(0).clip();
    assertThat(List.of(clip.onset(), clip.offset(), clip.frames().count()))
        .containsExactly(0, 5, 6);
    assertThat(clip.apex()).isEmpty();
    assertThat(Trees.lines(inventory))
        .containsExactlyInAnyOrder(
            "mmi: 1 of 5 sessions show the face from the side only and take no part (S002-002)"
                + " [noted]",
            "mmi: 1 of 5 sessions show another task than the six emotions and take no part"
                + " (S002-003) [noted]");
  }

  @Test
  void ofBothViewsTheLeftHalfIsUsed() throws Exception {
    List<LabelledClip> clips = read(root).corpus().clips();
    assertThat(clips)
        .extracting(c -> c.clip().frames().video().orElseThrow().part())
        .containsExactly(Video.Part.WHOLE, Video.Part.LEFT, Video.Part.WHOLE);
  }

  @ParameterizedTest
  @CsvSource({
    "1, ANGER",
    "2, DISGUST",
    "3, FEAR",
    "4, HAPPINESS",
    "5, SADNESS",
    "6, SURPRISE",
    "06, SURPRISE"
  })
  void emotionsAreTheAuthorsNumbers(String number, Emotion emotion) throws Exception {
    Trees.mmiSession(root, "1", "S001-001", "0", number, true);
    assertThat(read(root).corpus().clips().get(0).emotion()).isEqualTo(emotion);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "7", "999999999"})
  void otherNumbersAreOtherTasks(String number) throws Exception {
    Trees.mmiSession(root, "1", "S001-001", "0", number, true);
    assertThat(Trees.lines(read(root)))
        .anyMatch(l -> l.contains("2 of 5 sessions show another task"));
  }

  @ParameterizedTest
  @CsvSource({"happy,emotions [happy]", "-1,emotions [-1]", "'',emotions []"})
  void emotionsThatAreNoNumberAreListed(String value, String text) throws Exception {
    Trees.mmiSession(root, "1", "S001-001", "0", value, true);
    assertLeftOut(read(root), "mmi session 1", text.replace("[]", "[]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3", "front"})
  void viewsThatAreUnknownAreListed(String view) throws Exception {
    Trees.mmiSession(root, "1", "S001-001", view, "1", true);
    assertLeftOut(read(root), "mmi session 1", "expected one of 0 (front), 1 (side), 2 (both)");
  }

  @Test
  void anUncodedVideoWithoutAFaceIsUsedAsItStandsAndListed() throws Exception {
    Trees.mmiSession(root, "20", "S003-001", "0", "1", false);
    Inventory inventory = read(root);
    assertThat(inventory.corpus().clips()).hasSize(4);
    assertThat(inventory.problems())
        .anySatisfy(
            p -> {
              assertThat(p.clip()).isEqualTo("mmi/S003/S003-001");
              assertThat(p.action()).isEqualTo(Action.NOTED);
              assertThat(p.problem()).contains("may lie on its side", "used as it stands");
            });
  }

  @Test
  void aVideoOnItsSideIsTurnedTheWayItsFaceIsFound() throws Exception {
    Path lab = temp.resolve("lab");
    LabDatabase.write(LabSettings.mmi(2, 2, 3, 5), lab, (done, all) -> {});
    Inventory inventory = read(lab);
    assertThat(inventory.corpus().clips())
        .extracting(c -> c.clip().frames().video().orElseThrow().turn())
        .containsExactly(Video.Turn.NONE, Video.Turn.CLOCKWISE, Video.Turn.NONE, Video.Turn.NONE);
    assertThat(inventory.problems())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.clip()).isEqualTo("mmi/S001/S001-002");
              assertThat(p.action()).isEqualTo(Action.CORRECTED);
              assertThat(p.problem()).contains("lies on its side", "clockwise");
            });
    Files.delete(lab.resolve("Sessions/201/S002-001-oao_aucs.xml"));
    assertThat(read(lab).problems()).as("an upright one stays").isEqualTo(inventory.problems());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 6})
  void whoeverLiesIsTurnedUpright(long seed) throws Exception {
    Path lab = temp.resolve("lab");
    LabDatabase.write(
        LabSettings.mmi(1, 2, 3, seed).withPicture(240, 240, Framing.FULL), lab, (d, all) -> {});
    assertThat(read(lab).corpus().clips().get(1).clip().frames().video().orElseThrow().turn())
        .isEqualTo(Video.Turn.CLOCKWISE);
  }

  @Test
  void whatCanNotBeUsedIsListed() throws Exception {
    Files.delete(root.resolve("Sessions/1/S001-001.avi"));
    Trees.text(root.resolve("Sessions/2/S001-002.avi"), "no video");
    Trees.mmiSession(root, "30", "S002-001", "0", "3", true);
    Trees.mmiSession(root, "31", "film", "0", "3", true);
    Trees.text(root.resolve("Sessions/32/session.xml"), "<session><track view=\"0\"/></session>");
    Inventory inventory = read(root);
    assertThat(Trees.ids(inventory)).containsExactly("mmi/S002/S002-001");
    assertThat(Trees.lines(inventory))
        .anyMatch(l -> l.startsWith("mmi/S001/S001-001: folder") && l.contains("has no avi"))
        .anyMatch(l -> l.startsWith("mmi/S001/S001-002: video") && l.contains("is damaged"))
        .anyMatch(l -> l.startsWith("mmi/S002/S002-001: ") && l.contains("shows the clip again"))
        .anyMatch(l -> l.startsWith("mmi session 31: clip name \"film\""))
        .anyMatch(
            l -> l.startsWith("mmi session 32: ") && l.contains("neither a video nor an XML"));
  }

  @Test
  void aVideoTooLongToBeAnExpressionIsListed() throws Exception {
    Trees.video(root.resolve("Sessions/1/S001-001.avi"), 2, 2, 20_001);
    Inventory inventory = read(root);
    assertThat(Trees.ids(inventory)).doesNotContain("mmi/S001/S001-001");
    assertThat(Trees.lines(inventory))
        .anyMatch(
            l -> l.startsWith("mmi/S001/S001-001: ") && l.contains("longer than a clip may be"));
  }

  @Test
  void tracksAreFoundByTheirNamesAloneWhateverThePath() throws Exception {
    Trees.text(
        root.resolve("Sessions/1/session.xml"),
        "<session><track filename=\"C:\\mmi\\films/S001-001.mpg\" view=\"0\"/></session>");
    assertThat(Trees.ids(read(root))).contains("mmi/S001/S001-001");
  }

  @Test
  void entitiesAndDocumentTypesAreNotFollowed() throws Exception {
    Path secret = Trees.text(temp.resolve("secret.txt"), "6");
    Trees.text(
        root.resolve("Sessions/1/S001-001.xml"),
        "<!DOCTYPE a [<!ENTITY e SYSTEM \"%s\">]><a><Metatag Name=\"Emotion\" Value=\"1\"/>&e;</a>"
            .formatted(secret.toUri()));
    assertLeftOut(read(root), "mmi session 1", "not well-formed XML");
    StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY e%d \"%s\">".formatted(i, "&e%d;".formatted(i - 1).repeat(10)));
    }
    Trees.text(root.resolve("Sessions/1/S001-001.xml"), laughs + "]><a>&e29;</a>");
    assertLeftOut(read(root), "mmi session 1", "not well-formed XML");
    Trees.text(root.resolve("Sessions/1/S001-001.xml"), " ".repeat(4_000_001));
    assertLeftOut(read(root), "mmi session 1", "4000001 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Sessions", "Sessions/2"})
  void outerAndInnerFoldersGiveTheSame(String given) throws Exception {
    assertThat(read(root.resolve(given)).corpus().clips()).hasSize(3);
    assertThat(read(temp).corpus().clips()).hasSize(3);
  }

  @Test
  void labelsNeedNoVideos() throws Exception {
    for (String video : List.of("1/S001-001", "2/S001-002", "10/S002-001")) {
      Files.delete(root.resolve("Sessions/" + video + ".avi"));
    }
    assertThat(new MmiReader().readLabels(root).labels()).hasSize(3);
    assertThat(read(root).corpus().clips()).isEmpty();
  }

  @Test
  void aFolderWithoutSessionsIsOneClearError() {
    assertThatThrownBy(() -> read(temp.resolve("none"))).hasMessageContaining("no such folder");
    assertThatThrownBy(() -> read(Files.createDirectory(temp.resolve("empty"))))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("the sessions are missing");
  }

  private Inventory read(Path folder) throws DatasetException {
    return new MmiReader().read(folder);
  }

  private static void assertLeftOut(Inventory inventory, String name, String text) {
    assertThat(inventory.problems())
        .anySatisfy(
            p -> {
              assertThat(p.clip()).isEqualTo(name);
              assertThat(p.action()).isEqualTo(Action.LEFT_OUT);
              assertThat(p.problem()).contains(text);
            });
  }
}
