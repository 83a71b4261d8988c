package org.macro2micro.method;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.macro2micro.train.Phase;

/** A store in memory that notes which phases were carried out. */
public final class NotedWork implements WorkStore {
  private final List<Phase> done = new ArrayList<>();
  private final Map<String, byte[]> kept = new HashMap<>();

  @Override
  public byte[] once(Phase phase, String key, Supplier<byte[]> work) {
    byte[] known = kept.get(key);
    if (known == null) {
      known = work.get();
      done.add(phase);
      kept.put(key, known);
    }
    return known;
  }

  /** The phases that were carried out, in the order of their ends. */
  public List<Phase> done() {
    return done;
  }

  /** What is kept. */
  public List<byte[]> kept() {
    return List.copyOf(kept.values());
  }
}
