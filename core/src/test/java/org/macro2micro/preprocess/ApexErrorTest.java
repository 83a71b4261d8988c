package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.clip.Clip;
import org.macro2micro.lab.KnownClip;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.lab.plan.Layout;
import org.macro2micro.preprocess.PreprocessSettings.MissingApex;

/**
 * How many frames a spotted apex is from the true one, against the middle frame.
 * docs/results/preprocessing.md has the figures with more people: -Dpreprocessing.people=12.
 */
class ApexErrorTest {
  private static final int PEOPLE = Integer.getInteger("preprocessing.people", 2);

  @TempDir Path folder;

  private record Errors(double median, double mean) {
    static Errors of(List<Integer> frames) {
      double mean = frames.stream().mapToInt(e -> e).average().orElseThrow();
      return new Errors(FacePlacement.median(frames, Integer::doubleValue), mean);
    }
  }

  @Test
  void smic() throws Exception {
    assertNearer(LabSettings.micro(Layout.SMIC, PEOPLE, 3, 34, 128, 41), Align.NONE);
  }

  /**
   * Twitches mislead here in about every third clip, so that it takes a dozen clips: with three
   * people the medians are 4 spotted and 2 in the middle, with two 5.5 and 1.5.
   */
  @Test
  void casmeTwo() throws Exception {
    assertNearer(LabSettings.casme2(Math.max(PEOPLE, 4), 3, 61, 128, 42), Align.NONE);
  }

  @Test
  void mmi() throws Exception {
    assertNearer(LabSettings.mmi(PEOPLE, 2, 60, 43), Align.EYES);
  }

  /** Then nothing but the expression moves, and the mean is better too. */
  @Test
  void smicWithoutTwitchesAndBlinks() throws Exception {
    LabSettings settings = LabSettings.micro(Layout.SMIC, PEOPLE, 3, 34, 128, 41);
    double sway = settings.headMotion();
    Errors spotted =
        assertNearer(
            settings.withDifficulty(settings.intensity(), sway, 0, settings.noise()), Align.NONE);
    assertThat(spotted.mean()).isLessThan(1.5);
  }

  private Errors assertNearer(LabSettings settings, Align align) throws Exception {
    PreprocessSettings spot = Pictures.with(Pictures.linear(2), align, null, MissingApex.SPOT, 1);
    List<Integer> middle = new ArrayList<>();
    List<Integer> spotted = new ArrayList<>();
    for (KnownClip known : KnownClip.draw(settings, folder)) {
      Clip clip = known.clip();
      spotted.add(Math.abs(ApexSearch.located(clip, spot).apex().orElseThrow() - known.apex()));
      middle.add(Math.abs(ApexSearch.inTheMiddle(clip).apex().orElseThrow() - known.apex()));
    }
    System.getLogger("preprocess")
        .log(
            System.Logger.Level.INFO,
            "apex, {0}, distractors {4}, {1} clips: middle {2}, spotted {3}",
            settings.layout(),
            middle.size(),
            Errors.of(middle),
            Errors.of(spotted),
            settings.distractors());
    assertThat(Errors.of(spotted).median())
        .isLessThanOrEqualTo(2)
        .isLessThan(Errors.of(middle).median());
    return Errors.of(spotted);
  }
}
