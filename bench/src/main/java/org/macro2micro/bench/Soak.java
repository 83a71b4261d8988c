package org.macro2micro.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.macro2micro.base.FolderTree;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.run.ExperimentRun;
import org.macro2micro.run.RunListener;

/**
 * Folds for so many minutes in one process, and what it holds each minute: a small experiment of
 * the lab, rows of every kind, again and again under another seed. The last line says whether
 * native memory grows, judged by the second half of the folds.
 */
public final class Soak {
  private static final double WARM_UP = .5;

  private static final String EXPERIMENT =
      """
      title: soak
      micro:
        lab: {subjects: 4, clips: 4, frames: 6, size: 48}
      macro:
        lab: {subjects: 4, clips: 4, frames: 5, size: 48}
        held-out-share: 0
      preprocess: {size: 40, frames: 4}
      rows: [c, c+s+sam+t+con, lbp-top, off-apexnet, ststnet, dual-inception, micronet]
      methods:
        macro-to-micro:
          network: {width: 8}
          phases: {macro: {epochs: 2, batch: 8}, micro: {epochs: 4, batch: 8}, transfer: {epochs: 3, batch: 8}}
        off-apexnet: {training: {epochs: 4}}
        ststnet: {training: {epochs: 20}}
        dual-inception: {training: {epochs: 4}}
        micronet:
          preprocess: {size: 40, frames: 4}
          side: 32
          width: 8
          phases: {macro: {epochs: 2, batch: 8}, micro: {epochs: 2, batch: 8}, transfer: {epochs: 2, batch: 8}}
      """;

  private static final int FOLDS = 4;

  private Soak() {}

  /**
   * Entry point.
   *
   * @param arguments minutes; 0 does one round, to try it
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 1) {
      throw new IllegalArgumentException(
          "found %d arguments, expected the minutes to run".formatted(arguments.length));
    }
    double wanted = Double.parseDouble(arguments[0]) / 60;
    long start = System.nanoTime();
    List<SoakTrend.Point> outside = new ArrayList<>();
    List<SoakTrend.Point> resident = new ArrayList<>();
    System.out.println("minute folds resident heap native (MB)");
    double hours = 0;
    double next = 1. / 60;
    for (int round = 1; round == 1 || hours < wanted; round++) {
      round(round);
      hours = (System.nanoTime() - start) / 3.6e12;
      if (hours >= next) {
        next = hours + 1. / 60;
        ProcessMemory held = ProcessMemory.now();
        outside.add(new SoakTrend.Point(FOLDS * round, held.outside()));
        resident.add(new SoakTrend.Point(FOLDS * round, held.resident()));
        System.out.printf(
            Locale.ROOT,
            "%.1f %d %.0f %.0f %.0f%n",
            60 * hours,
            FOLDS * round,
            held.resident(),
            held.heap(),
            held.outside());
      }
    }
    if (!outside.isEmpty() && judged(outside).size() >= 3) {
      System.out.println("resident: " + SoakTrend.of(judged(resident)));
      System.out.println("native: " + SoakTrend.of(judged(outside)));
    }
  }

  private static void round(int seed) throws Exception {
    Path folder = Files.createTempDirectory("soak");
    try {
      ExperimentFile file = ExperimentFile.parse("soak", EXPERIMENT, List.of("seed=" + seed));
      new ExperimentRun(file, folder, RunListener.silent()).run();
    } finally {
      FolderTree.delete(folder);
    }
  }

  private static List<SoakTrend.Point> judged(List<SoakTrend.Point> all) {
    int last = all.get(all.size() - 1).folds();
    return all.stream().filter(point -> point.folds() >= WARM_UP * last).toList();
  }
}
