package org.macro2micro.run;

import java.util.ArrayList;
import java.util.List;

/**
 * Which folds one of several processes does: every {@code of}-th, from the {@code index}-th.
 *
 * @param index 0 to of-1
 * @param of how many processes share the work, at least 1
 */
public record Share(int index, int of) {
  public Share {
    if (index < 0 || index >= of) {
      throw new IllegalArgumentException(
          "share %d of %d: expected a number from 0 to %d".formatted(index, of, of - 1));
    }
  }

  <T> List<T> of(List<T> all) {
    List<T> own = new ArrayList<>();
    for (int i = index; i < all.size(); i += of) {
      own.add(all.get(i));
    }
    return own;
  }
}
