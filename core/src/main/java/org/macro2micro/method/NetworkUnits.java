package org.macro2micro.method;

import java.util.ArrayList;
import java.util.List;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.UnitPrediction;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.train.ClipPixels;

/**
 * A trained network that scores action units, in evaluation mode.
 *
 * @param loaded closed with this
 * @param network the probabilities of the units that it knows, [n,K]
 * @param known the numbers of these K units
 * @param wanted the numbers of the units to be told; one that the network does not know, because no
 *     training clip showed it, is told as not shown, with probability 0
 */
public record NetworkUnits(
    LoadedNetwork<?> loaded,
    BatchedPrediction.Probabilities network,
    List<Integer> known,
    List<Integer> wanted)
    implements UnitRecognizer {
  public NetworkUnits {
    known = List.copyOf(known);
    wanted = List.copyOf(wanted);
  }

  @Override
  public List<UnitPrediction> predict(List<ClipId> clips, ClipPixels pixels) {
    List<float[]> all = BatchedPrediction.rows(clips, pixels, loaded.manager(), network);
    List<UnitPrediction> predictions = new ArrayList<>();
    for (int i = 0; i < clips.size(); i++) {
      List<Double> probabilities = new ArrayList<>();
      for (int unit : wanted) {
        int at = known.indexOf(unit);
        probabilities.add(at < 0 ? 0.0 : (double) all.get(i)[at]);
      }
      predictions.add(new UnitPrediction(clips.get(i), probabilities));
    }
    return predictions;
  }

  @Override
  public void close() {
    loaded.close();
  }
}
