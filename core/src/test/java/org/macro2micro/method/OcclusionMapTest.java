package org.macro2micro.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.preprocess.ClipOcclusion;
import org.macro2micro.preprocess.FaceSquare;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.train.ClipPixels;

/** The clip is 1 everywhere in a picture of 4x4 pixels; what is hidden is 0. */
class OcclusionMapTest {
  private static final int SIZE = 4;
  private static final ClipId ID = ClipId.of("db", "sub01", "a");

  private final List<Integer> passes = new ArrayList<>();

  @Test
  void aScorerThatLooksAtOneSquareMakesExactlyThatSquareHigh() throws Exception {
    OcclusionMap map = map(pixel(2, 1, .9), new OcclusionMap.Grid(4, 1));
    Double[] expected = new Double[16];
    Arrays.fill(expected, 0.);
    expected[1 * SIZE + 2] = .4;
    assertMeans(map, expected);
    assertThat(map.label()).isEqualTo("seen");
    assertThat(map.score()).isCloseTo(.9, within(1e-6));
    assertThat(map.without()).isCloseTo(.5, within(1e-6));
    assertThat(map.strongest()).isEqualTo(new FaceSquare(.5, .25, .25));
  }

  /**
   * Squares of two cells overlap: a cell that shares half of them with the one looked at has half.
   */
  @Test
  void cellsHaveTheMeanOfTheSquaresThatHideThem() throws Exception {
    OcclusionMap map = map(pixel(1, 1, .9), new OcclusionMap.Grid(4, 2));
    assertMeans(map, .4, .4, .2, 0., .4, .4, .2, 0., .2, .2, .1, 0., 0., 0., 0., 0.);
    assertThat(map.strongest()).isEqualTo(new FaceSquare(0, 0, .5));
  }

  @Test
  void aScorerThatIgnoresTheClipMakesAllOfItZero() throws Exception {
    OcclusionMap map = map(clip -> .7, OcclusionMap.Grid.DEFAULT);
    assertThat(map.falls()).hasSize(64).containsOnly(0.);
    assertThat(map.without()).isEqualTo(map.score());
    assertThat(map.pixels(16)).containsOnly(0);
    assertThat(passes)
        .as("one for the whole clip, then 49 squares")
        .containsExactly(1, 8, 8, 8, 8, 8, 8, 1);
  }

  @Test
  void whatSpeaksAgainstTheClassIsBelowZero() throws Exception {
    OcclusionMap map = map(clip -> .9 - .3 * clip.pixels()[0], new OcclusionMap.Grid(2, 1));
    assertMeans(map, -.3, 0., 0., 0.);
    assertThat(map.without()).isEqualTo(map.score());
  }

  @Test
  void pixelsAreLinearBetweenTheMiddlesOfCells() {
    OcclusionMap map =
        new OcclusionMap("seen", 1, new FaceSquare(0, 0, .5), 0, 2, List.of(0., 1., 0., 1.));
    float[] row = Arrays.copyOf(map.pixels(4), 4);
    assertThat(row).containsExactly(new float[] {0, .25f, .75f, 1}, within(1e-6f));
  }

  @Test
  void itEndsBetweenPassesWhenItIsCancelled() throws Exception {
    assertThat(
            OcclusionMap.of(scorer(clip -> .7), occlusion(), OcclusionMap.Grid.DEFAULT, () -> true))
        .isEmpty();
    assertThat(passes).containsExactly(1);
  }

  @Test
  void impossibleSizesAreRefused() {
    assertThatThrownBy(() -> new OcclusionMap.Grid(4, 5)).hasMessageContaining("4 cells, 5");
    assertThatThrownBy(() -> new FaceSquare(.8, 0, .3)).hasMessageContaining("left 0.8");
  }

  /** Returns .5 if nothing is there, and {@code whole} if a pixel of the first frame is 1. */
  private static ToDoubleFunction<PreparedClip> pixel(int x, int y, double whole) {
    return clip -> .5 + (whole - .5) * clip.pixels()[y * SIZE + x];
  }

  private OcclusionMap map(ToDoubleFunction<PreparedClip> score, OcclusionMap.Grid grid)
      throws Exception {
    return OcclusionMap.of(scorer(score), occlusion(), grid, () -> false).orElseThrow();
  }

  private static void assertMeans(OcclusionMap map, Double... expected) {
    assertThat(map.falls()).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(map.falls().get(i)).as("cell %d", i).isCloseTo(expected[i], within(1e-6));
    }
  }

  private Recognizer scorer(ToDoubleFunction<PreparedClip> score) {
    return new Recognizer() {
      @Override
      public List<Prediction> predict(List<ClipId> clips, ClipPixels pixels) {
        passes.add(clips.size());
        List<Prediction> predictions = new ArrayList<>();
        for (ClipId id : clips) {
          float seen = (float) score.applyAsDouble(pixels.of(id));
          predictions.add(
              Prediction.of(id, List.of("other", "seen"), new float[] {1 - seen, seen}));
        }
        return predictions;
      }

      @Override
      public void close() {}
    };
  }

  private static ClipOcclusion occlusion() {
    return new ClipOcclusion() {
      @Override
      public PreparedClip whole() {
        return clip(ID, Collections.emptyList());
      }

      @Override
      public PreparedClip without(ClipId id, FaceSquare square) {
        return clip(id, List.of(square));
      }

      @Override
      public float[] apexFace(int size) {
        return new float[3 * size * size];
      }

      @Override
      public void close() {}
    };
  }

  private static PreparedClip clip(ClipId id, List<FaceSquare> hidden) {
    float[] pixels = new float[3 * SIZE * SIZE];
    Arrays.fill(pixels, 1);
    for (int i = 0; i < pixels.length; i++) {
      double x = (i % SIZE + .5) / SIZE;
      double y = (i / SIZE % SIZE + .5) / SIZE;
      for (FaceSquare square : hidden) {
        if (Math.abs(x - square.middleX()) < square.side() / 2
            && Math.abs(y - square.middleY()) < square.side() / 2) {
          pixels[i] = 0;
        }
      }
    }
    return new PreparedClip(id, Input.FRAME, 1, SIZE, SIZE, 0, pixels);
  }
}
