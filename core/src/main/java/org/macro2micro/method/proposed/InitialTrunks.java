package org.macro2micro.method.proposed;

import java.util.List;
import org.macro2micro.nn.TorchvisionTrunk;

/**
 * What the trunks begin with in place of random weights. The paper is silent.
 *
 * @param weights of one trunk; each that is meant gets a copy
 * @param trunks which are meant, in MaNet and in MiNet alike
 */
public record InitialTrunks(TorchvisionTrunk weights, Trunks trunks) {
  /** Which of a network's two trunks. */
  public enum Trunks {
    /** The spatial one and the temporal one. */
    BOTH,
    /** That of the apex frame. */
    SPATIAL,
    /** That of all frames. */
    TEMPORAL;

    /** As they are called in a network's parameters. */
    List<String> names() {
      return switch (this) {
        case BOTH -> List.of("spatial", "temporal");
        case SPATIAL -> List.of("spatial");
        case TEMPORAL -> List.of("temporal");
      };
    }
  }

  /** All that determines them, for the key of kept work. */
  String key() {
    return trunks + " " + weights.digest();
  }
}
