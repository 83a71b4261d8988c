package org.macro2micro.run;

import java.util.function.Supplier;
import org.macro2micro.method.WorkStore;
import org.macro2micro.train.Phase;

/**
 * The work store of one fold: MaNet is kept for all folds, everything else for this fold only.
 *
 * @param shared pieces that depend on no fold
 * @param own pieces of this fold, discarded when its rows are done
 */
record FoldWork(StoredWork shared, StoredWork own) implements WorkStore {
  @Override
  public byte[] once(Phase phase, String key, Supplier<byte[]> work) {
    return (phase == Phase.MACRO ? shared : own).once(phase, key, work);
  }
}
