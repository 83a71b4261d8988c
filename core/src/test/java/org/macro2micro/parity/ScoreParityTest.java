package org.macro2micro.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macro2micro.clip.ClipId;
import org.macro2micro.metric.Accuracy;
import org.macro2micro.metric.ConfusionMatrix;
import org.macro2micro.metric.ScoredClip;
import org.macro2micro.metric.UnweightedAverageRecall;
import org.macro2micro.metric.UnweightedF1;

/** UF1, UAR and accuracy against scikit-learn. */
class ScoreParityTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void scores(int which) {
    Fixture fixture = new Fixture("scores");
    long[] truth = fixture.longs(which + " truth");
    long[] predicted = fixture.longs(which + " predicted");
    double classes = fixture.get(which + " scores")[0];
    List<String> labels = IntStream.range(0, (int) classes).mapToObj(k -> "class " + k).toList();
    List<ScoredClip> clips = new ArrayList<>();
    for (int i = 0; i < truth.length; i++) {
      clips.add(
          new ScoredClip(
              ClipId.of("casme2", "s" + i % 5, "c" + i),
              labels.get((int) truth[i]),
              labels.get((int) predicted[i])));
    }
    ConfusionMatrix confusion = ConfusionMatrix.of(labels, clips);
    fixture.compare(
        which + " scores",
        new double[] {
          classes,
          UnweightedF1.of(confusion),
          UnweightedAverageRecall.of(confusion),
          Accuracy.of(confusion)
        },
        1e-12);
    fixture.record("scores " + which);
  }
}
