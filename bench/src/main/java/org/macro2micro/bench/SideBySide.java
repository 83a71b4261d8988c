package org.macro2micro.bench;

import java.util.List;
import java.util.Locale;

/**
 * The product's half of {@code bench/side-by-side}: does one piece of work again and again and
 * prints for each time how many seconds it took by the clock and of the processor, a line each.
 */
public final class SideBySide {
  private static final int CLIP = 8;

  private SideBySide() {}

  /**
   * Entry point.
   *
   * @param args the work's name, and how many times
   */
  public static void main(String[] args) {
    if (args.length != 2) {
      throw new IllegalArgumentException(
          "found %d arguments, expected a work's name and a count".formatted(args.length));
    }
    int times = Integer.parseInt(args[1]);
    for (Laps.Lap lap : work(args[0], times)) {
      System.out.printf(Locale.ROOT, "%.6f %.6f%n", lap.wall(), lap.cpu());
    }
  }

  private static List<Laps.Lap> work(String name, int times) {
    return switch (name) {
      case "train-112" -> new TwoStreamWork(64, 112, CLIP, 16).trainingSteps(times);
      case "train-40" -> new TwoStreamWork(16, 40, CLIP, 16).trainingSteps(times);
      case "predict-112" -> new TwoStreamWork(64, 112, CLIP, 16).predictions(times);
      case "predict-40" -> new TwoStreamWork(16, 40, CLIP, 16).predictions(times);
      case "predict-fold-112" -> new TwoStreamWork(64, 112, CLIP, 16).foldPredictions(times);
      case "predict-fold-40" -> new TwoStreamWork(16, 40, CLIP, 16).foldPredictions(times);
      case "ststnet" -> StstNetWork.epochs(times);
      case "fold-rows" -> FoldRowsWork.folds(times);
      case "lbp-top" -> LbpTopWork.clips(times);
      case "product" -> EngineLimits.product(2048, times);
      case "convolution-28" -> EngineLimits.convolution(128, 64, 28, times);
      case "convolution-14" -> EngineLimits.convolution(128, 128, 14, times);
      case "convolution-7" -> EngineLimits.convolution(128, 256, 7, times);
      default ->
          throw new IllegalArgumentException(
              "found work %s, expected a name that SideBySide.work lists".formatted(name));
    };
  }
}
