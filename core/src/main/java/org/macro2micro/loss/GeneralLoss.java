package org.macro2micro.loss;

import ai.djl.ndarray.NDArray;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Eq. 8, L = L_c + lambda_1 L_s + lambda_2 L_sam + lambda_3 L_t + lambda_4 L_con.
 *
 * @param weights the coefficient of each term that takes part, at least 0; terms not named take no
 *     part
 */
@PaperEquation(8)
public record GeneralLoss(Map<LossTerm, Double> weights) {
  public GeneralLoss {
    weights.forEach(
        (term, weight) -> {
          if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                "loss weight of %s: %s, must be a number of at least 0"
                    .formatted(term.symbol(), weight));
          }
        });
    weights = Map.copyOf(weights);
  }

  /** The terms that take part, each with the paper's coefficient. */
  public static GeneralLoss paper(Iterable<LossTerm> terms) {
    Map<LossTerm, Double> weights = new EnumMap<>(LossTerm.class);
    terms.forEach(term -> weights.put(term, term.paperWeight()));
    return new GeneralLoss(weights);
  }

  /** Whether the term takes part. */
  public boolean has(LossTerm term) {
    return weights.containsKey(term);
  }

  /** The term's coefficient; 0 if it takes no part. */
  public double weight(LossTerm term) {
    return weights.getOrDefault(term, 0.0);
  }

  /** A term times its coefficient; scalar. */
  public NDArray weighted(LossTerm term, NDArray value) {
    return value.mul(Constant.of(weight(term), value));
  }

  /**
   * The weighted sum.
   *
   * @param terms a scalar for at least each term that takes part
   * @return scalar
   * @throws IllegalArgumentException if a term that takes part is missing, or none takes part
   */
  public NDArray of(Map<LossTerm, NDArray> terms) {
    @Nullable NDArray sum = null;
    for (LossTerm term : LossTerm.values()) {
      if (!has(term)) {
        continue;
      }
      NDArray value = terms.get(term);
      if (value == null) {
        throw new IllegalArgumentException("general loss: term " + term.symbol() + " is missing");
      }
      NDArray weighted = weighted(term, value);
      sum = sum == null ? weighted : sum.add(weighted);
    }
    if (sum == null) {
      throw new IllegalArgumentException("general loss: no term takes part, expected at least one");
    }
    return sum;
  }
}
