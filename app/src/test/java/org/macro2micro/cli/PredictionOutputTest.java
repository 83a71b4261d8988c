package org.macro2micro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.report.video.LabelledInterval;
import org.macro2micro.report.video.PredictedVideo;
import org.macro2micro.run.ClipPredictions;
import org.macro2micro.run.VideoPrediction;
import org.macro2micro.spot.SpottedInterval;
import org.macro2micro.spot.Spotting;

/** The same predictions in each form, written out by hand. */
class PredictionOutputTest {
  private static final List<String> LABELS = List.of("negative", "positive");
  private static final ClipId ID = ClipId.of("own", "me", "c1");
  private static final ClipPredictions.Outcome CLIPS =
      new ClipPredictions.Outcome(
          LABELS,
          List.of(new Prediction(ID, "positive", List.of(.25, .75))),
          Map.of(ID, Path.of("c1")),
          List.of("one was left out"),
          true,
          Path.of("page.html"));

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Terminal terminal = new Terminal(new PrintStream(printed), System.err);

  @Test
  void clipsAsTextGiveTheScoreOfTheNamedClass() throws Exception {
    ClipOutput.print(terminal, CLIPS, OutputForm.TEXT);
    assertThat(lines()).containsExactly("positive     0.75  c1", "page: page.html");
  }

  @Test
  void clipsAsCsvGiveAllScores() throws Exception {
    ClipOutput.print(terminal, CLIPS, OutputForm.CSV);
    assertThat(lines()).containsExactly("path,label,negative,positive", "c1,positive,0.25,0.75");
  }

  @Test
  void clipsAsJsonAreOneObject() throws Exception {
    ClipOutput.print(terminal, CLIPS, OutputForm.JSON);
    assertThat(lines())
        .containsExactly(
            "{'clips':[{'path':'c1','label':'positive','scores':{'negative':0.25,'positive':0.75}}],"
                    .replace('\'', '"')
                + "'complete':true,'problems':['one was left out'],'page':'page.html'}"
                    .replace('\'', '"'));
  }

  @Test
  void videosAsTextSayWhenWhereAndWhat() throws Exception {
    // Ten frames a second: frame 12 is at 1.2 seconds.
    print(
        OutputForm.TEXT, video(true, Path.of("drawn.avi"), found(12, 14, 17)), video(false, null));
    assertThat(lines())
        .containsExactly(
            "v.avi",
            "  0:01.200 to 0:01.700  frames 12 to 17, apex 14  negative 0.60",
            "  page: page.html",
            "  video: drawn.avi",
            "v.avi (stopped)",
            "  nothing found",
            "  page: page.html");
  }

  @Test
  void videosAsCsvAreALineAnInterval() throws Exception {
    print(OutputForm.CSV, video(true, null, found(2, 3, 4), found(12, 14, 17)));
    assertThat(lines()).hasSize(3);
    assertThat(lines().get(2)).startsWith("v.avi,").contains("negative");
  }

  @Test
  void videosAsJsonAreOneObject() throws Exception {
    print(OutputForm.JSON, video(true, null, found(12, 14, 17)));
    assertThat(lines())
        .containsExactly(
            ("{'videos':[{'video':'v.avi','frames':20,'framesPerSecond':10.0,'firstSeconds':0.0,"
                    + "'lastSeconds':1.9,'shareWithFace':0.0,'complete':true,"
                    + "'intervals':[{'onset':12,'apex':14,'offset':17,'onsetSeconds':1.2,"
                    + "'apexSeconds':1.4,'offsetSeconds':1.7,'strength':2.5,'label':'negative',"
                    + "'scores':{'negative':0.6,'positive':0.4}}],"
                    + "'notes':[],'problems':[],'page':'page.html','annotated':null}],'exports':[],'failures':[]}")
                .replace('\'', '"'));
  }

  private void print(OutputForm form, VideoPrediction.Outcome... outcomes)
      throws JsonProcessingException {
    VideoOutput.print(terminal, LABELS, List.of(outcomes), List.of(), List.of(), form);
  }

  private static LabelledInterval found(int onset, int apex, int offset) {
    SpottedInterval interval = new SpottedInterval(onset, apex, offset, 2.5);
    return new LabelledInterval(interval, "negative", List.of(.6, .4));
  }

  private static VideoPrediction.Outcome video(
      boolean complete, @Nullable Path annotated, LabelledInterval... found) {
    List<SpottedInterval> intervals =
        List.of(found).stream().map(LabelledInterval::interval).toList();
    Spotting spotting = new Spotting(20, 10, new double[20], new double[20], intervals);
    PredictedVideo video = new PredictedVideo("v.avi", spotting, LABELS, List.of(found));
    return new VideoPrediction.Outcome(
        video, List.of(), complete, 100, Path.of("page.html"), annotated);
  }

  private List<String> lines() {
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
