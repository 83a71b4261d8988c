package org.macro2micro.bench;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.seed.SeedPath;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A training clip of 16 frames of 112x112 varied at the default settings. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class AugmentationBenchmark { // not final: JMH derives from it
  private final Augmentation usual = new Augmentation(.06, .5, .2);
  private final PreparedClip clip = NoiseClips.of(NoiseClips.id(0), Input.FRAME, 16, 112);
  private final RandomGenerator random = SeedPath.root(1).random();

  @Benchmark
  public PreparedClip varied() {
    return usual.apply(clip, random);
  }
}
