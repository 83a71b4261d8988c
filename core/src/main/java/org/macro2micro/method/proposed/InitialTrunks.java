package org.macro2micro.method.proposed;

import java.util.List;
import org.macro2micro.nn.TorchvisionTrunk;

/**
 * What the trunks begin with in place of random weights. The paper is silent.
 *
 * @param weights of one trunk; each that is meant gets a copy
 * @param trunks the trunks that start from them, in MaNet and in MiNet alike
 */
public record InitialTrunks(TorchvisionTrunk weights, Trunks trunks) {
  /** A choice among the two trunks of a network. */
  public enum Trunks {
    /** The spatial one and the temporal one. */
    BOTH,
    /** The trunk of the apex frame. */
    SPATIAL,
    /** The trunk of all frames. */
    TEMPORAL;

    /** Returns the names of these trunks in a network's parameters. */
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
