package org.macro2micro.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.clip.FaceEvent;

/** Files as other tools and people write them. */
class ForeignFilesTest {
  @TempDir Path folder;

  @Test
  void borisProjectsOfAnyVersion() throws Exception {
    AnnotationFile read =
        read(
            "old.json",
            """
            {"project_format_version": "4.1",
             "behaviors_conf": {
               "0": {"type": "State event", "code": "micro", "modifiers": ""},
               "1": {"type": "Point event", "code": "Blink", "modifiers": ""},
               "2": {"type": "State event", "code": "looks away", "modifiers": ""}},
             "observations": {
               "first": {
                 "file": {"1": ["C:\\\\films\\\\a b.mp4"], "2": []},
                 "time offset": "10.0",
                 "events": [
                   ["12.5", "", "micro", "sadness", ""],
                   ["11.0", "", "micro", "None", "score x"],
                   ["11.4", "", "micro", "None", "", 275],
                   [13, "", "micro", "sadness", "", "NA", "more"],
                   ["14.25", "child", "Blink", "", "comment"],
                   ["15", "", "looks away", "", ""],
                   ["16", "", "looks away", "", ""],
                   ["17", "", "micro", "", ""]]},
               "second": {"file": {"1": []}, "events": []},
               "third": {"file": {"1": ["x.mp4", "y.mp4"]}, "events": []}}}
            """);
    assertThat(read.films()).containsOnlyKeys("a b.mp4", "second");
    assertThat(read.films().get("a b.mp4"))
        .containsExactly(
            micro(1, 1.4, ""),
            micro(2.5, 3, "sadness"),
            SampleFilms.event(
                4.25, OptionalDouble.of(4.25), 4.25, FaceEvent.Kind.BLINK, "", Double.NaN));
    assertThat(read.leftOut())
        .hasSize(3)
        .anyMatch(note -> note.contains("\"looks away\", 2 times"))
        .anyMatch(note -> note.contains("starts at 7.0 s and does not stop"))
        .anyMatch(note -> note.contains("\"third\": it shows 2 films"));
  }

  @Test
  void elanDocumentsWithTiersOfOnesOwn() throws Exception {
    AnnotationFile read =
        read(
            "x.eaf",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <ANNOTATION_DOCUMENT FORMAT="2.8" VERSION="2.8">
              <HEADER TIME_UNITS="milliseconds">
                <MEDIA_DESCRIPTOR MEDIA_URL="file:///C:/films/my%20film+1.mpg" TIME_ORIGIN="500"/>
                <MEDIA_DESCRIPTOR MEDIA_URL="file:///C:/films/other.mpg"/>
              </HEADER>
              <TIME_ORDER>
                <TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="1000"/>
                <TIME_SLOT TIME_SLOT_ID="ts2"/>
                <TIME_SLOT TIME_SLOT_ID="ts3"/>
                <TIME_SLOT TIME_SLOT_ID="ts4" TIME_VALUE="1600"/>
                <TIME_SLOT TIME_SLOT_ID="ts5" TIME_VALUE="2000"/>
                <TIME_SLOT TIME_SLOT_ID="ts6" TIME_VALUE="2200"/>
              </TIME_ORDER>
              <TIER TIER_ID="class" PARENT_REF="Movement">
                <ANNOTATION><REF_ANNOTATION ANNOTATION_ID="r1" ANNOTATION_REF="a1">
                  <ANNOTATION_VALUE>fear &amp; <![CDATA[<awe>]]></ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>
              </TIER>
              <TIER TIER_ID="Movement">
                <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2">
                  <ANNOTATION_VALUE>Micro Expression</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
                <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a2" TIME_SLOT_REF1="ts3" TIME_SLOT_REF2="ts4">
                  <ANNOTATION_VALUE>hmm</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
              </TIER>
              <TIER TIER_ID="blink">
                <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a3" TIME_SLOT_REF1="ts5" TIME_SLOT_REF2="ts6">
                  <ANNOTATION_VALUE/></ALIGNABLE_ANNOTATION></ANNOTATION>
              </TIER>
              <TIER TIER_ID="notes">
                <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a4" TIME_SLOT_REF1="ts5" TIME_SLOT_REF2="ts6">
                  <ANNOTATION_VALUE>tired</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
              </TIER>
            </ANNOTATION_DOCUMENT>
            """);
    assertThat(read.films()).containsOnlyKeys("my film+1.mpg");
    assertThat(read.films().get("my film+1.mpg"))
        .containsExactly(
            micro(1.5, 1.7, "fear & <awe>"),
            SampleFilms.event(
                2.5, OptionalDouble.empty(), 2.7, FaceEvent.Kind.BLINK, "", Double.NaN));
    assertThat(read.leftOut())
        .hasSize(2)
        .anyMatch(note -> note.contains("tier \"Movement\": \"hmm\", 1 time:"))
        .anyMatch(note -> note.contains("tier \"notes\": its 1 annotations"));
  }

  @Test
  void shortTextGridsInUtf16() throws Exception {
    String text =
        """
        File type = "ooTextFile"
        "TextGrid"
        0
        10 ! a comment with "quotes"
        <exists>
        3
        "IntervalTier" "movement" 0 10 3
        0 1.25 ""
        1.25 1.5 "micro"
        1.5 10 ""
        "IntervalTier" "class" 0 10 2
        0 1.3 "not me"
        1.3 10 "say ""oh""\"
        "TextTier" "apex" 0 10 1
        1.375 ""
        """;
    Path file = write("film 1.TextGrid", "\uFEFF" + text, StandardCharsets.UTF_16LE);
    AnnotationFile read = AnnotationFile.read(file);
    TimedEvent expected =
        SampleFilms.event(
            1.25, OptionalDouble.of(1.375), 1.5, FaceEvent.Kind.MICRO, "say \"oh\"", Double.NaN);
    assertThat(read.films()).containsEntry("film 1", List.of(expected));
    Path other = write("film 2.TextGrid", "\uFEFF" + text, StandardCharsets.UTF_16BE);
    assertThat(AnnotationFile.read(other).films()).containsEntry("film 2", List.of(expected));
  }

  @Test
  void subtitlesWithAllThatTheirFormatHas() throws Exception {
    String text =
        """
        WEBVTT - made by hand
        Kind: metadata

        STYLE
        ::cue { color: red }

        NOTE film: a &amp; b.mp4

        NOTE
        micro: not a cue

        first cue
        00:01.500 --> 00:01.900 align:start position:10%
        <c.red>micro</c>: joy &lt;3 &#x41;&nbsp;

        01:00:00.000 --> 01:00:00.250
        Blink
        score 0.5

        00:03.000 --> 00:04.000
        hello: you
        """;
    for (String lines : List.of("\n", "\r\n", "\r")) {
      AnnotationFile read = read("x.vtt", text.replace("\n", lines));
      assertThat(read.films()).containsOnlyKeys("a & b.mp4");
      assertThat(read.films().get("a & b.mp4"))
          .containsExactly(
              micro(1.5, 1.9, "joy <3 A\u00a0"),
              SampleFilms.event(
                  3600, OptionalDouble.empty(), 3600.25, FaceEvent.Kind.BLINK, "", .5));
      assertThat(read.leftOut()).singleElement().asString().contains("hello: you");
    }
  }

  @Test
  void bidsTablesWithWhatIsMissing() throws Exception {
    AnnotationFile read =
        read(
            "sub-01_events.tsv",
            "trial_type\tonset\tduration\tapex\tscore\tlabel\tother\n"
                + "micro-expression\t1.5\t0.25\tn/a\tn/a\tn/a\t1\n"
                + "macro\t2e0\t3\t2.5\t.75\t\"a\tb\"\tn/a\n"
                + "micro\t9\tn/a\tn/a\tn/a\tx\t\n"
                + "stimulus\t0\t1\tn/a\tn/a\tn/a\tn/a\n");
    assertThat(read.films()).containsOnlyKeys("sub-01");
    assertThat(read.films().get("sub-01"))
        .containsExactly(
            micro(1.5, 1.75, ""),
            SampleFilms.event(2, OptionalDouble.of(2.5), 5, FaceEvent.Kind.MACRO, "a\tb", .75));
    assertThat(read.leftOut())
        .hasSize(2)
        .anyMatch(note -> note.contains("line 4"))
        .anyMatch(note -> note.contains("stimulus"));
  }

  @Test
  void tasksAsLabelStudioExportsThem() throws Exception {
    AnnotationFile read =
        read(
            "export.json",
            """
            [{"id": 7,
              "data": {"video": "/data/upload/3/0a1b2c3d-my%20film.mp4", "fps": "25"},
              "annotations": [
                {"id": 1, "was_cancelled": true, "result": [
                  {"id": "z", "type": "timelinelabels", "value":
                    {"ranges": [{"start": 1, "end": 2}], "timelinelabels": ["blink"]}}]},
                {"id": 2, "was_cancelled": false, "result": [
                  {"id": "q", "from_name": "class", "to_name": "video", "type": "choices", "value":
                    {"ranges": [{"start": 26, "end": 36}], "choices": ["joy"]}},
                  {"id": "q", "from_name": "movement", "type": "timelinelabels", "origin": "manual",
                    "value": {"ranges": [{"start": 26, "end": 36}], "timelinelabels": ["micro-expression"]}},
                  {"id": "r", "type": "timelinelabels",
                    "value": {"ranges": [{"start": 0, "end": 6}, {"start": 51, "end": 51}],
                              "timelinelabels": ["head", "smile"]}}]}],
              "predictions": [{"result": []}]},
             {"data": {"clip": "https://host/a/other.webm?x=1"}, "annotations": []},
             {"data": {"video": "/data/local-files/?d=third.mp4"}, "annotations": []}]
            """);
    assertThat(read.films()).containsOnlyKeys("my film.mp4", "other.webm", "third.mp4");
    assertThat(read.films().get("my film.mp4"))
        .containsExactly(
            SampleFilms.event(0, OptionalDouble.empty(), .2, FaceEvent.Kind.HEAD, "", Double.NaN),
            micro(1, 1.4, "joy"),
            SampleFilms.event(2, OptionalDouble.empty(), 2, FaceEvent.Kind.HEAD, "", Double.NaN));
    assertThat(read.leftOut()).singleElement().asString().contains("\"smile\"");
  }

  @Test
  void tablesOfThePredictCommand() throws Exception {
    AnnotationFile read =
        read(
            "found.csv",
            "\uFEFFvideo,onset,apex,offset,onset_s,apex_s,offset_s,strength,label,negative,positive\n"
                + "/films/a.mp4,10,12,20,1.0,1.2,2.0,1.5,positive,.25,.75\n"
                + "b.mp4,,,,,,,,,,\n");
    assertThat(read.films()).containsOnlyKeys("a.mp4", "b.mp4");
    assertThat(read.films().get("a.mp4"))
        .containsExactly(
            SampleFilms.event(
                1, OptionalDouble.of(1.2), 2, FaceEvent.Kind.MICRO, "positive", Double.NaN));
  }

  @Test
  void anApexThatANewOnsetLeavesBehindIsNotKept() throws Exception {
    AnnotationFile read =
        read("x.csv", "video,onset_s,apex_s,offset_s,kind\na.mp4,2,1.5,3,micro\n");
    assertThat(read.films().get("a.mp4")).containsExactly(micro(2, 3, ""));
  }

  private static TimedEvent micro(double onset, double offset, String label) {
    return SampleFilms.event(
        onset, OptionalDouble.empty(), offset, FaceEvent.Kind.MICRO, label, Double.NaN);
  }

  private AnnotationFile read(String name, String text) throws Exception {
    return AnnotationFile.read(write(name, text, StandardCharsets.UTF_8));
  }

  private Path write(String name, String text, Charset charset) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(charset));
  }
}
