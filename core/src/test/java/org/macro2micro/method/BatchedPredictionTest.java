package org.macro2micro.method;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.nn.EngineStart;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;

class BatchedPredictionTest {
  private final Map<ClipId, PreparedClip> clips = new HashMap<>();
  private final List<Integer> passes = new ArrayList<>();

  @Test
  void eachClipGetsItsOwnNumbersInTheGivenOrder() {
    List<ClipId> ids = IntStream.of(3, 1, 2).mapToObj(i -> add(i, 2)).toList();

    List<Prediction> predictions = predict(ids);

    assertThat(predictions).extracting(Prediction::id).isEqualTo(ids);
    assertThat(predictions).extracting(p -> p.probabilities().get(1)).containsExactly(.75, .25, .5);
    assertThat(passes).containsExactly(3);
  }

  @Test
  void clipsOfOtherSizesAndTooManyGoApart() {
    List<ClipId> ids = new ArrayList<>();
    ids.add(add(0, 2));
    ids.add(add(1, 3));
    ids.add(add(2, 3));
    for (int i = 3; i < 3 + 65; i++) {
      ids.add(add(i % 4, i, 1));
    }
    // 3 * 600 * 600 is more than half of what may go in one pass.
    ids.add(add(1, 100, 600));
    ids.add(add(2, 101, 600));

    assertThat(predict(ids)).extracting(Prediction::id).isEqualTo(ids);
    assertThat(passes).containsExactly(1, 2, 64, 1, 1, 1);
  }

  @Test
  void noClipsAreNoPass() {
    assertThat(predict(List.of())).isEmpty();
    assertThat(passes).isEmpty();
  }

  /** A network that says how great the first number of a clip is, of 4. */
  private List<Prediction> predict(List<ClipId> ids) {
    try (NDManager manager = EngineStart.newManager()) {
      return BatchedPrediction.of(
          ids,
          clips::get,
          manager,
          List.of("low", "high"),
          (step, together) -> {
            passes.add(together.size());
            float[] p = new float[2 * together.size()];
            for (int i = 0; i < together.size(); i++) {
              p[2 * i + 1] = together.get(i).pixels()[0] / 4;
              p[2 * i] = 1 - p[2 * i + 1];
            }
            return step.create(p, new Shape(together.size(), 2));
          });
    }
  }

  private ClipId add(int value, int side) {
    return add(value, value, side);
  }

  private ClipId add(int value, int number, int side) {
    ClipId id = ClipId.of("db", "s", "c" + number);
    float[] pixels = new float[3 * side * side];
    pixels[0] = value;
    clips.put(id, new PreparedClip(id, Input.FRAME, 1, side, side, 0, pixels));
    return id;
  }
}
