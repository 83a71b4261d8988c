package org.macro2micro.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.macro2micro.method.descriptor.BiWoof;
import org.macro2micro.method.descriptor.Fhofo;
import org.macro2micro.method.descriptor.HigoTop;
import org.macro2micro.method.descriptor.LbpSip;
import org.macro2micro.method.descriptor.LbpTop;
import org.macro2micro.method.descriptor.StlbpIp;
import org.macro2micro.method.handcrafted.Descriptor;
import org.macro2micro.method.handcrafted.SvmSettings;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Each descriptor of a clip at its default settings. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class DescriptorBenchmark { // not final: JMH derives from it
  private static final SvmSettings SVM =
      new SvmSettings(List.of(1.0), 5, SvmSettings.ClassWeights.NONE);

  /** The method's name. */
  @Param({"lbp-top", "lbp-sip", "stlbp-ip", "higo-top", "fhofo", "bi-woof"})
  String name = "lbp-top";

  private Descriptor descriptor = new HigoTop(new HigoTop.Settings(8, 8, 2, 8, SVM));
  private PreparedClip clip = noise(10, 128);

  private static PreparedClip noise(int frames, int side) {
    return NoiseClips.of(NoiseClips.id(0), Input.FRAME, frames, side);
  }

  @Setup
  public void make() {
    descriptor =
        switch (name) {
          case "lbp-top" -> new LbpTop(new LbpTop.Settings(8, 8, 2, 2, 2, 2, 8, SVM));
          case "lbp-sip" -> new LbpSip(new LbpSip.Settings(8, 8, 1, 2, 2, 2, SVM));
          case "stlbp-ip" -> new StlbpIp(new StlbpIp.Settings(8, 8, 1, 1, 1, 8, SVM));
          case "higo-top" -> new HigoTop(new HigoTop.Settings(8, 8, 2, 8, SVM));
          case "fhofo" -> new Fhofo(new Fhofo.Settings(5, 5, 9, 18, SVM));
          case "bi-woof" -> new BiWoof(new BiWoof.Settings(5, 5, 8, SVM));
          default -> throw new IllegalArgumentException("found descriptor " + name);
        };
    clip =
        switch (name) {
          case "fhofo" -> noise(10, 64);
          case "bi-woof" -> noise(3, 128);
          default -> noise(10, 128);
        };
  }

  @Benchmark
  public float[] of() {
    return descriptor.of(clip);
  }
}
