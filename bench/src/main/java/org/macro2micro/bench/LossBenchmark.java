package org.macro2micro.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.macro2micro.loss.ClassificationLoss;
import org.macro2micro.loss.ContrastiveLoss;
import org.macro2micro.loss.SpatialDomainLoss;
import org.macro2micro.nn.EngineStart;
import org.macro2micro.seed.SeedPath;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A loss of a batch of 32 micro and 32 macro clips at width 64, forward and back to its inputs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LossBenchmark { // not final: JMH derives from it
  private static final int BATCH = 32;
  private static final int FEATURES = 1024;
  private static final int CLASSES = 3;

  /** Which loss; none: what is needed around each of them. */
  @Param({"none", "classification", "domain", "contrastive"})
  String name = "none";

  private final NDManager manager = EngineStart.newManager();
  private final NDArray micro = noise(1, FEATURES);
  private final NDArray macro = noise(2, FEATURES);
  private final NDArray scores = noise(3, CLASSES);
  private final NDArray domains = noise(4, 1);
  private final NDArray labels = labels();

  private NDArray noise(int seed, int columns) {
    RandomGenerator random = SeedPath.root(seed).random();
    float[] values = new float[BATCH * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() - .5f;
    }
    NDArray array = manager.create(values, new Shape(BATCH, columns));
    array.setRequiresGradient(true);
    return array;
  }

  private NDArray labels() {
    long[] labels = new long[BATCH];
    for (int i = 0; i < BATCH; i++) {
      labels[i] = i % CLASSES;
    }
    return manager.create(labels);
  }

  @Benchmark
  public float forwardAndBack() {
    try (NDManager step = manager.newSubManager();
        GradientCollector gradients = manager.getEngine().newGradientCollector()) {
      micro.attach(step);
      macro.attach(step);
      scores.attach(step);
      domains.attach(step);
      try {
        NDArray loss =
            switch (name) {
              case "none" -> scores.sum();
              case "classification" -> ClassificationLoss.of(scores, labels);
              case "domain" -> SpatialDomainLoss.of(domains, domains);
              case "contrastive" ->
                  new ContrastiveLoss(.5, ContrastiveLoss.Reduction.PAPER)
                      .of(micro, labels, macro, labels);
              default -> throw new IllegalArgumentException("found loss " + name);
            };
        gradients.backward(loss);
        return loss.getFloat();
      } finally {
        micro.attach(manager);
        macro.attach(manager);
        scores.attach(manager);
        domains.attach(manager);
      }
    }
  }

  @TearDown
  public void close() {
    manager.close();
  }
}
