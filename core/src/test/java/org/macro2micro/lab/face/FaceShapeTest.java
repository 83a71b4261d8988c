package org.macro2micro.lab.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.AffineTransform;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.macro2micro.lab.camera.FrameRenderer;
import org.macro2micro.lab.movement.ActionUnit;
import org.macro2micro.lab.movement.ActionUnits;
import org.macro2micro.lab.movement.Side;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.seed.SeedPath;

class FaceShapeTest {
  private final Identity who =
      Identity.draw(People.MIXED, SeedPath.root(5).child("face shape").random());
  private final FaceShape rest = FaceShape.of(who, ActionUnits.none(), 0);

  /** Directions from the FACS manual: -1 up or inward, 1 down or outward, 0 not asked. */
  @ParameterizedTest
  @CsvSource({
    "1, BROW_INNER, 0, -1",
    "2, BROW_OUTER, 0, -1",
    "4, BROW_INNER, -1, 1",
    "5, UPPER_LID, 0, -1",
    "6, CHEEK, 0, -1",
    "7, LOWER_LID, 0, -1",
    "9, NOSE_WING, 1, -1",
    "10, UPPER_LIP, 0, -1",
    "12, MOUTH_CORNER, 1, -1",
    "14, MOUTH_CORNER, 1, -1",
    "15, MOUTH_CORNER, 0, 1",
    "17, LOWER_LIP, 0, -1",
    "20, MOUTH_CORNER, 1, 0",
    "23, LOWER_LIP, 0, -1",
    "25, LOWER_LIP_INNER, 0, 1",
    "26, CHIN, 0, 1",
  })
  void eachUnitMovesItsFeature(int unit, Landmark landmark, int outward, int down) {
    FaceShape moved = FaceShape.of(who, ActionUnits.both(Map.of(ActionUnit.of(unit), 3.0)), 0);
    for (Side side : Side.values()) {
      Point from = rest.at(side, landmark);
      Point to = moved.at(side, landmark);
      if (outward != 0) {
        assertThat(side.sign() * outward * (to.x() - from.x())).isGreaterThan(.005);
      }
      if (down != 0) {
        assertThat(down * (to.y() - from.y())).isGreaterThan(.005);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ActionUnit.class)
  void aMicroExpressionMovesSomethingByAPixelOrTwo(ActionUnit unit) {
    LabSettings settings = LabSettings.casme2(1, 1, 5, 128, 1);
    AffineTransform view = FrameRenderer.view(settings);
    FaceShape apex = FaceShape.of(who, ActionUnits.both(Map.of(unit, 1.0)), 0);
    double furthest = 0;
    for (Landmark landmark : Landmark.values()) {
      furthest =
          Math.max(
              furthest,
              rest.at(Side.LEFT, landmark).distance(apex.at(Side.LEFT, landmark))
                  * view.getScaleX());
    }
    // Lids and lips have short ways: their units stay below a pixel.
    assertThat(furthest).isBetween(.3, 3.0);
  }

  @Test
  void theSmileOfAMicroExpressionMovesTheCornerByOneToThreePixels() {
    double scale = FrameRenderer.view(LabSettings.casme2(1, 1, 5, 128, 1)).getScaleX();
    FaceShape apex =
        FaceShape.of(who, ActionUnits.both(Map.of(ActionUnit.LIP_CORNER_PULLER, 1.0)), 0);
    Point corner = rest.at(Side.RIGHT, Landmark.MOUTH_CORNER);
    assertThat(corner.distance(apex.at(Side.RIGHT, Landmark.MOUTH_CORNER)) * scale)
        .isBetween(1.0, 3.0);
  }

  @Test
  void oneSideMovesAlone() {
    ActionUnits wry = new ActionUnits(Map.of(ActionUnit.DIMPLER, 4.0), Map.of());
    FaceShape moved = FaceShape.of(who, wry, 0);
    assertThat(moved.at(Side.RIGHT, Landmark.MOUTH_CORNER))
        .isEqualTo(rest.at(Side.RIGHT, Landmark.MOUTH_CORNER));
    assertThat(moved.at(Side.LEFT, Landmark.MOUTH_CORNER))
        .isNotEqualTo(rest.at(Side.LEFT, Landmark.MOUTH_CORNER));
  }

  @Test
  void aBlinkShutsTheEyesButNeverTurnsThemOver() {
    FaceShape shut = FaceShape.of(who, ActionUnits.none(), 1);
    double gap =
        shut.at(Side.LEFT, Landmark.LOWER_LID).y() - shut.at(Side.LEFT, Landmark.UPPER_LID).y();
    assertThat(gap).isCloseTo(.004, within(1e-9));
  }

  @Test
  void lipsTouchAtRestAndOpenWithTheJaw() {
    assertThat(rest.mouthOpening()).isZero();
    assertThat(
            FaceShape.of(who, ActionUnits.both(Map.of(ActionUnit.JAW_DROP, 4.0)), 0).mouthOpening())
        .isGreaterThan(.05);
  }

  @Test
  void skinFollowsTheLandmarksNearIt() {
    FaceShape smile =
        FaceShape.of(who, ActionUnits.both(Map.of(ActionUnit.LIP_CORNER_PULLER, 4.0)), 0);
    Point corner = rest.at(Side.RIGHT, Landmark.MOUTH_CORNER);
    assertThat(smile.moved(corner).y()).isLessThan(corner.y() - .02);
    Point forehead = new Point(0, -.4);
    assertThat(smile.moved(forehead)).isEqualTo(forehead);
  }
}
