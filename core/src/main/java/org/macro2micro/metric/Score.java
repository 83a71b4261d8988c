package org.macro2micro.metric;

import java.util.function.ToDoubleFunction;

/** The scores of the tables, by the key under which results name them. */
public enum Score implements ToDoubleFunction<ConfusionMatrix> {
  ACCURACY("accuracy") {
    @Override
    public double applyAsDouble(ConfusionMatrix confusion) {
      return Accuracy.of(confusion);
    }
  },
  /** F1 and UF1 are the same number. */
  UF1("uf1") {
    @Override
    public double applyAsDouble(ConfusionMatrix confusion) {
      return UnweightedF1.of(confusion);
    }
  },
  UAR("uar") {
    @Override
    public double applyAsDouble(ConfusionMatrix confusion) {
      return UnweightedAverageRecall.of(confusion);
    }
  };

  private final String key;

  Score(String key) {
    this.key = key;
  }

  /** The name in results: "accuracy", "uf1" or "uar". */
  public String key() {
    return key;
  }
}
