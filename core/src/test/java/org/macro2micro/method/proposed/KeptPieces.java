package org.macro2micro.method.proposed;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.macro2micro.method.WorkStore;
import org.macro2micro.train.Phase;

/**
 * A store in memory.
 *
 * @param pieces what was made, by key
 * @param done phases that were carried out, in order
 */
record KeptPieces(Map<String, byte[]> pieces, List<Phase> done) implements WorkStore {
  @Override
  public byte[] once(Phase phase, String key, Supplier<byte[]> work) {
    byte[] known = pieces.get(key);
    if (known == null) {
      done.add(phase);
      known = work.get();
      pieces.put(key, known);
    }
    return known;
  }
}
