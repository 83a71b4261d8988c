package org.macro2micro.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.Frames;
import org.macro2micro.clip.Video;
import org.macro2micro.lab.KnownVideo;
import org.macro2micro.lab.movement.Intensity;
import org.macro2micro.lab.plan.Framing;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.preprocess.Align;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.Interpolation;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.report.video.IntervalPictures;
import org.macro2micro.report.video.LabelledInterval;
import org.macro2micro.report.video.PredictedVideo;
import org.macro2micro.report.video.TimelineContent;
import org.macro2micro.report.video.TimelinePage;
import org.macro2micro.spot.SpottedInterval;

class MovementPicturesTest {
  private static final List<String> LABELS = List.of("negative", "positive", "surprise");

  @TempDir Path temp;

  /** Video and page are left in the build folder, so that whoever changes them can look. */
  @Test
  void everyMovementOfAVideoHasItsPicturesOnThePage() throws Exception {
    Path folder = Path.of("target", "example-prediction");
    KnownVideo known =
        KnownVideo.write(
            LabSettings.casme2(1, 1, 24, 128, 11)
                .withPicture(320, 240, Framing.FULL)
                .withDifficulty(Intensity.MACRO, .004, 0, 2),
            List.of(Emotion.SURPRISE, Emotion.HAPPINESS, Emotion.DISGUST),
            18,
            25,
            temp.resolve("lab.avi"));
    PredictedVideo found = predicted(known);
    ClipId id = ClipId.of("own", "lab", "lab");
    Frames frames =
        Frames.of(
            new Video(known.file(), found.spotting().frames(), Video.Part.WHOLE, Video.Turn.NONE));
    Map<Integer, IntervalPictures> pictures =
        MovementPictures.of(id, frames, found.spotting().intervals(), settings(), Optional.empty());
    assertThat(pictures).containsOnlyKeys(0, 1, 2);
    for (IntervalPictures picture : pictures.values()) {
      assertThat(picture.faceFound()).isTrue();
      assertThat(picture.onset()).isNotEqualTo(picture.apex());
      assertThat(picture.movement().most()).isBetween(.5, 12.);
    }
    assertThat(
            MovementPictures.of(
                id, frames, found.spotting().intervals(), settings(), Optional.empty()))
        .isEqualTo(pictures);
    TimelinePage.write(folder.resolve("timeline.html"), content(found, pictures));
    AnnotatedVideo.write(known.file(), found, folder.resolve("annotated.avi"), (done, all) -> {});
    assertThat(folder.resolve("timeline.html")).isNotEmptyFile();
    assertThat(folder.resolve("annotated.avi")).isNotEmptyFile();
  }

  @Test
  void ofTooManyTheStrongestAreChosenAndOfEqualOnesTheEarlier() {
    List<SpottedInterval> intervals = new ArrayList<>();
    for (double strength : new double[] {2, 5, 3, 5, 3}) {
      int at = intervals.size();
      intervals.add(new SpottedInterval(at, at, at, strength));
    }
    assertThat(MovementPictures.strongest(intervals, 3)).containsExactly(1, 2, 3);
    assertThat(MovementPictures.strongest(intervals, 9)).containsExactly(0, 1, 2, 3, 4);
    assertThat(MovementPictures.strongest(List.of(), 9)).isEmpty();
  }

  private static PredictedVideo predicted(KnownVideo known) {
    List<LabelledInterval> labelled = new ArrayList<>();
    List<List<Double>> scores =
        List.of(List.of(.08, .05, .87), List.of(.21, .64, .15), List.of(.52, .31, .17));
    for (int i = 0; i < 3; i++) {
      labelled.add(
          new LabelledInterval(
              known.spotting().intervals().get(i), LABELS.get(2 - i), scores.get(i)));
    }
    return new PredictedVideo("lab.avi", known.spotting(), LABELS, labelled);
  }

  private static TimelineContent content(
      PredictedVideo found, Map<Integer, IntervalPictures> pictures) {
    Map<String, String> model = new LinkedHashMap<>();
    model.put("Model", "composite.safetensors");
    model.put("Trained on", "casme2, samm, smic");
    return new TimelineContent(
        found,
        Optional.empty(),
        pictures,
        model,
        List.of("The classes of this page are made up: it shows how predictions look."),
        List.of(),
        Map.of("preprocess", Map.of("align", "eyes")),
        Optional.empty());
  }

  static PreprocessSettings settings() {
    return new PreprocessSettings(
        64,
        8,
        Input.FRAME,
        Interpolation.LINEAR,
        1,
        false,
        PreprocessSettings.MissingApex.MIDDLE,
        PreprocessSettings.MissingFall.NONE,
        64,
        Align.EYES,
        null,
        1,
        null);
  }
}
