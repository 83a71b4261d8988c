package org.macro2micro.loss;

import ai.djl.ndarray.NDArray;

/** The binary cross entropy that Eq. 2 and Eq. 4 share: d = 1 for macro, 0 for micro. */
final class DomainCrossEntropy {
  private DomainCrossEntropy() {}

  static NDArray mean(NDArray micro, NDArray macro) {
    long count = micro.size() + macro.size();
    NDArray sum = CrossEntropy.binarySum(micro, false).add(CrossEntropy.binarySum(macro, true));
    return sum.div(Constant.of((double) count, sum));
  }
}
