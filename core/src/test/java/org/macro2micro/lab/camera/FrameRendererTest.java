package org.macro2micro.lab.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macro2micro.lab.face.Identity;
import org.macro2micro.lab.face.People;
import org.macro2micro.lab.movement.ActionUnit;
import org.macro2micro.lab.movement.ActionUnits;
import org.macro2micro.lab.movement.Intensity;
import org.macro2micro.lab.movement.Pose;
import org.macro2micro.lab.plan.ClipPlan;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.seed.SeedPath;

class FrameRendererTest {
  private static final int SIZE = 80;

  private final LabSettings settings =
      LabSettings.casme2(1, 1, 5, SIZE, 3).withDifficulty(Intensity.MICRO, 0, 0, 0);
  private final FrameRenderer renderer =
      new FrameRenderer(
          settings,
          Identity.draw(People.STUDENTS, SeedPath.root(3).child("who").random()),
          new Light(1, 0, 0),
          false);

  @Test
  void aTwentiethOfAPixelChangesGreyLevels() {
    double pixel = 1 / FrameRenderer.view(settings).getScaleX();
    BufferedImage rest = picture(ActionUnits.none(), Pose.STRAIGHT);
    assertThat(changed(rest, picture(ActionUnits.none(), Pose.STRAIGHT))).isZero();
    assertThat(changed(rest, picture(ActionUnits.none(), new Pose(pixel / 20, 0, 0, 1))))
        .isGreaterThan(100);
  }

  @Test
  void aFractionOfAMicroSmileChangesTheMouthAndNotTheForehead() {
    ActionUnits hint = ActionUnits.both(Map.of(ActionUnit.LIP_CORNER_PULLER, .2));
    BufferedImage rest = picture(ActionUnits.none(), Pose.STRAIGHT);
    BufferedImage smile = picture(hint, Pose.STRAIGHT);
    assertThat(changed(rest, smile, SIZE / 2, SIZE)).isGreaterThan(20);
    // Row 11 is the hairline side of three reaches above the lower lid, the highest place a smile
    // moves; nearer to it single pixels may change by a grey level.
    assertThat(changed(rest, smile, 0, 11)).isZero();
  }

  @Test
  void movementGrowsWithIntensity() {
    BufferedImage rest = picture(ActionUnits.none(), Pose.STRAIGHT);
    long before = 0;
    for (double intensity : new double[] {.5, 1, 2, 4}) {
      ActionUnits frown = ActionUnits.both(Map.of(ActionUnit.BROW_LOWERER, intensity));
      long now = difference(rest, picture(frown, Pose.STRAIGHT));
      assertThat(now).isGreaterThan(before);
      before = now;
    }
  }

  @Test
  void greyRecordingsHaveOneChannel() {
    FrameRenderer grey =
        new FrameRenderer(
            settings,
            Identity.draw(People.MIXED, SeedPath.root(4).random()),
            new Light(1, 0, 0),
            true);
    BufferedImage image =
        grey.render(
            new ClipPlan.Moment(ActionUnits.none(), 0, Pose.STRAIGHT), SeedPath.root(1).random());
    assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
  }

  private BufferedImage picture(ActionUnits units, Pose pose) {
    return renderer.render(new ClipPlan.Moment(units, 0, pose), SeedPath.root(1).random());
  }

  private static long changed(BufferedImage a, BufferedImage b) {
    return changed(a, b, 0, SIZE);
  }

  private static long changed(BufferedImage a, BufferedImage b, int fromRow, int toRow) {
    long count = 0;
    for (int y = fromRow; y < toRow; y++) {
      for (int x = 0; x < SIZE; x++) {
        count += a.getRGB(x, y) == b.getRGB(x, y) ? 0 : 1;
      }
    }
    return count;
  }

  private static long difference(BufferedImage a, BufferedImage b) {
    long sum = 0;
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        sum += Math.abs((a.getRGB(x, y) >> 8 & 255) - (b.getRGB(x, y) >> 8 & 255));
      }
    }
    return sum;
  }
}
