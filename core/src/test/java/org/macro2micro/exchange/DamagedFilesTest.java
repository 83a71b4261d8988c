package org.macro2micro.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.macro2micro.dataset.DatasetException;

class DamagedFilesTest {
  private static final String ECHO =
      "(?s).*(Exception|com\\.fasterxml|javax\\.xml|ParseError|JsonToken|NullPointer|Unrecognized"
          + "|Unexpected|siegmar|StreamRead).*";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void truncatedFilesAreReadOrRefused(ExportFormat format) throws Exception {
    byte[] good = good(format);
    int refused = 0;
    for (int length = 0; length < good.length; length += 1 + good.length / 400) {
      refused += isRefused(Arrays.copyOf(good, length)) ? 1 : 0;
    }
    assertThat(refused).isPositive();
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void filesWithOtherBytesAreReadOrRefused(ExportFormat format) throws Exception {
    byte[] good = good(format);
    Random random = new Random(format.ordinal());
    int refused = 0;
    for (int i = 0; i < 600; i++) {
      byte[] bad = good.clone();
      for (int change = 0; change <= i % 3; change++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(i % 2 == 0 ? 256 : 128);
      }
      refused += isRefused(bad) ? 1 : 0;
    }
    assertThat(refused).isPositive();
  }

  private byte[] good(ExportFormat format) throws Exception {
    Path file = Export.write(format, List.of(SampleFilms.interview()), folder).get(0);
    AnnotationFile.read(file);
    return Files.readAllBytes(file);
  }

  /** Whether reading says what is wrong in words of its own; anything but that fails. */
  private boolean isRefused(byte[] bytes) throws Exception {
    Path file = Files.write(folder.resolve("film"), bytes);
    try {
      AnnotationFile.read(file);
      return false;
    } catch (DatasetException e) {
      assertThat(e.where()).isEqualTo(file);
      assertThat(e.getMessage()).contains("Expected").doesNotMatch(ECHO);
      return true;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | the file is empty",
        "hello | its first line is \"hello\"",
        "{} | this JSON is not of a tool that is known",
        "[{`x`: | the JSON breaks off or is wrong at line 1",
        "<html/> | this XML is a \"html\"",
        "<ANNOTATION_DOCUMENT> | the XML breaks off or is wrong",
        "{\"observations\": {\"a\": {}}} | observation \"a\": it has no list of events",
        "{\"observations\": {\"a\": {\"events\": [[\"x\"]]}}} | the event \"[\"x\"]\"",
        "[{\"data\": {\"film\": \"a\"}, \"annotations\": [{\"result\": [{\"value\": {\"timelinelabels\": [\"micro\"]}}]}]}] | how many there are a second",
        "[{\"data\": {}, \"annotations\": []}] | task 1: it does not name its video",
        "onset_s,offset_s\\n1,x | line 2, column offset_s: \"x\"",
        "onset_s,offset_s\\n3,2 | line 2: an event from 3.0 to 2.0 s",
        "onset_s,offset_s\\n1,1e300 | line 2: an event from 1.0 to 1.0E300 s",
        "onset_s,offset_s\\n1,NaN | line 2, column offset_s: \"NaN\"",
        "onset\\tduration\\n-1\\t2 | line 2: an event from -1.0 to 1.0 s",
        "WEBVTT\\n\\nmicro | the cue \"micro\"",
        "File type = \"ooTextFile\"\\n\"TextGrid\" 0 1 7.5 | line 2: the number 7.5",
        "File type = \"ooTextFile\"\\n\"Sound\" | a file of Praat with a \"Sound\"",
        "File type = \"ooTextFile\"\\n\"TextGrid\" 0 1 1 \"IntervalTier\" \"m\" 0 1 1 0 1 \"abc | the quote of line 2 does not close"
      })
  void whatIsWrongIsNamed(String text, String message) throws Exception {
    Path file =
        Files.writeString(folder.resolve("bad"), text.replace("\\n", "\n").replace("\\t", "\t"));
    assertThatThrownBy(() -> AnnotationFile.read(file))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining(message)
        .hasMessageContaining(file.toString())
        .hasMessageNotContaining("\n");
  }

  @Test
  void aFileThatIsNotThereOrNotTextIsNamed() throws Exception {
    assertThatThrownBy(() -> AnnotationFile.read(folder.resolve("none")))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("there is no such file");
    assertThatThrownBy(() -> AnnotationFile.read(folder))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("this is not a file");
    Path latin =
        Files.write(folder.resolve("x"), "WEBVTT \u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> AnnotationFile.read(latin))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("not text in UTF-8");
  }

  @Test
  void noFileCanNameAnother() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "hidden");
    String document =
        """
        <!DOCTYPE x [<!ENTITY e SYSTEM "%s"><!ENTITY a "aaaa">]>
        <ANNOTATION_DOCUMENT><HEADER/><TIME_ORDER>
        <TIME_SLOT TIME_SLOT_ID="t1" TIME_VALUE="1"/><TIME_SLOT TIME_SLOT_ID="t2" TIME_VALUE="2"/>
        </TIME_ORDER><TIER TIER_ID="micro"><ANNOTATION>
        <ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="t1" TIME_SLOT_REF2="t2">
        <ANNOTATION_VALUE>x&e;</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
        </ANNOTATION_DOCUMENT>
        """
            .formatted(secret.toUri());
    Path file = Files.writeString(folder.resolve("x.eaf"), document);
    String seen;
    try {
      seen = AnnotationFile.read(file).toString();
    } catch (DatasetException e) {
      seen = e.getMessage();
    }
    assertThat(seen).doesNotContain("hidden").contains("x.eaf");
  }

  @Test
  void deepOrEndlessFilesAreRefusedAtOnce() throws Exception {
    for (String text :
        List.of(
            "[".repeat(1_000_000),
            "{\"observations\":".repeat(300_000),
            "<a>".repeat(300_000),
            "WEBVTT" + "\n \n".repeat(300_000) + "x",
            "File type = \"ooTextFile\" \"TextGrid\" 0 1 2147483647",
            "File type = \"ooTextFile\" \"TextGrid\" 0 1 1 \"TextTier\" \"\" 0 1 2000000000")) {
      assertThat(isRefused(text.getBytes(StandardCharsets.UTF_8))).isTrue();
    }
  }

  @Test
  void annotationsThatReferToEachOtherAreRefused() throws Exception {
    String document =
        """
        <ANNOTATION_DOCUMENT><TIER TIER_ID="class">
        <ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a" ANNOTATION_REF="b"><ANNOTATION_VALUE/></REF_ANNOTATION></ANNOTATION>
        <ANNOTATION><REF_ANNOTATION ANNOTATION_ID="b" ANNOTATION_REF="a"><ANNOTATION_VALUE/></REF_ANNOTATION></ANNOTATION>
        </TIER></ANNOTATION_DOCUMENT>
        """;
    Path file = Files.writeString(folder.resolve("x.eaf"), document);
    assertThatThrownBy(() -> AnnotationFile.read(file))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("annotation \"a\" refers to \"b\", which leads to no times");
  }
}
