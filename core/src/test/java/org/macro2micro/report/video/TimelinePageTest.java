package org.macro2micro.report.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.macro2micro.report.PageText.count;
import static org.macro2micro.report.PageText.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.report.PageText;

class TimelinePageTest {
  private static final String PAGE = TimelinePage.render(PredictionCases.timeline());

  @TempDir Path temp;

  @Test
  void isOneWellFormedFileThatLoadsNothing() throws IOException {
    Path file = temp.resolve("new").resolve("page.html");
    TimelinePage.write(file, PredictionCases.timeline());
    assertThat(file).hasContent(PAGE);
    PageText.assertLoadsNothing(PAGE);
    PageText.assertWellFormed(PAGE);
    assertThat(PAGE).contains("<title>s15_0101.avi</title>", "var uPlot=", "--class-2:#");
    assertThat(TimelinePage.render(PredictionCases.timeline())).isEqualTo(PAGE);
  }

  @Test
  void tellsEachMovementInFramesAndSeconds() {
    assertThat(text(PAGE))
        .contains(
            "3 movements were found in 20.0 s of video (4000 frames, 200 a second). Model: composite.safetensors. Trained on: casme2, samm, smic.",
            "1 negative 301 0:01.505 345 0:01.725 402 0:02.010 510 ms 2.50 negative 0.800 positive 0.100 surprise 0.100",
            "2 surprise 1000 0:05.000 1050 0:05.250 1099 0:05.495 500 ms",
            "3 positive 3000 0:15.000 3001 0:15.005 3999 0:19.995 5000 ms",
            "negative 1 positive 1 surprise 1",
            "Classes negative, positive, surprise",
            "A class is named whether or not",
            "frames 120 to 130: no face was found",
            "spot.window 60");
  }

  @Test
  void picturesStandWithTheirMovementsAndTheRestIsSaid() {
    // Three of each of two movements, and the face that is followed.
    assertThat(count(PAGE, "<img ")).isEqualTo(7);
    assertThat(PAGE)
        .contains(
            "alt=\"Face at the onset of movement 1, frame 301\"",
            "alt=\"Face at the apex of movement 3, frame 3001\"",
            "as colour from 0 to 1.00 % of the picture",
            PredictionCases.pictures(2).apex().dataUri(),
            "<a href=\"#face-1\">1</a>")
        .doesNotContain("#face-2");
    assertThat(text(PAGE))
        .contains(
            "Pictures are shown of 2 of the 3 movements.", "0:15.000 – 0:19.995, whole frame");
  }

  @Test
  void whereTheStrongestHavePicturesTheNoteSaysSo() {
    LabelledInterval weak = PredictionCases.interval(5, 6, 7, 0);
    LabelledInterval strong =
        new LabelledInterval(
            new org.macro2micro.spot.SpottedInterval(10, 11, 12, 4), "surprise", weak.scores());
    TimelineContent content =
        PredictionCases.timeline(
            PredictionCases.video(20, List.of(weak, strong)),
            Map.of(1, PredictionCases.pictures(1)));
    assertThat(text(TimelinePage.render(content)))
        .contains("Pictures are shown of the 1 strongest of the 2 movements.");
  }

  @Test
  void textsAreNeverMarkup() {
    String page = TimelinePage.render(PredictionCases.hostileTimeline());
    assertThat(page)
        .doesNotContain("<script>alert")
        .doesNotContainPattern("<[^>]*\" onload=")
        .contains("&lt;/script&gt;&lt;script&gt;alert(");
    assertThat(count(page, "<script")).isEqualTo(3).isEqualTo(count(page, "</script>"));
    PageText.assertWellFormed(page);
  }

  @Test
  void aVideoWithoutMovementsIsAPage() {
    String page =
        TimelinePage.render(
            PredictionCases.timeline(PredictionCases.video(300, List.of()), Map.of()));
    assertThat(text(page))
        .contains(
            "No movement was found in 1.5 s of video (300 frames, 200 a second).", "negative 0");
    assertThat(page).doesNotContain("id=\"movements\"", "id=\"faces\"");
    // The face that is followed.
    assertThat(count(page, "<img ")).isEqualTo(1);
    PageText.assertWellFormed(page);
  }

  @Test
  void anEmptyVideoIsAPage() {
    String page =
        TimelinePage.render(
            PredictionCases.timeline(PredictionCases.video(0, List.of()), Map.of()));
    assertThat(text(page)).contains("No movement was found in 0.0 s of video (0 frames");
  }

  @Test
  void theCurveOfALongVideoKeepsItsPeaksInABoundedNumberOfPoints() throws IOException {
    PredictedVideo video =
        PredictionCases.video(200_000, List.of(PredictionCases.interval(777, 12_345, 12_400, 1)));
    JsonNode data = new ObjectMapper().readTree(TimelineData.json(video));
    assertThat(data.get("frames").size())
        .isBetween(TimelineData.MOST_POINTS / 2, TimelineData.MOST_POINTS)
        .isEqualTo(data.get("curve").size())
        .isEqualTo(data.get("threshold").size());
    double most = 0;
    for (int i = 0; i < data.get("curve").size(); i++) {
      most = Math.max(most, data.get("curve").get(i).asDouble());
    }
    assertThat(most).isEqualTo(.9);
    assertThat(data.get("intervals").get(0).get("apex").asInt()).isEqualTo(12_345);
  }

  @Test
  void whatCannotBeDrawnIsAGap() throws IOException {
    JsonNode data =
        new ObjectMapper().readTree(TimelineData.json(PredictionCases.hostileTimeline().video()));
    assertThat(data.get("curve").get(0).isNull()).isTrue();
    assertThat(data.get("curve").get(2).asDouble()).isEqualTo(2);
    assertThat(data.get("threshold").get(2).isNull()).isTrue();
  }

  @Test
  void picturesOfNoMovementAreRefused() {
    PredictedVideo video = PredictionCases.video(10, List.of());
    assertThatThrownBy(
            () -> PredictionCases.timeline(video, Map.of(0, PredictionCases.pictures(1))))
        .hasMessageContaining("interval 0 of video s15_0101.avi, which has 0");
  }
}
