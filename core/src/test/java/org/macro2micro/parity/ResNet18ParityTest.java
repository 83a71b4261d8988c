package org.macro2micro.parity;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macro2micro.nn.NamedParameters;
import org.macro2micro.nn.ResNet18;

/** The trunk at the paper's width against torchvision's ResNet18 in double precision. */
class ResNet18ParityTest {
  private static final double TOLERANCE = 1e-4;
  private static final Shape IMAGES = new Shape(4, 3, 64, 64);
  private NDManager manager;
  private ResNet18 trunk;

  @BeforeEach
  void fill() {
    manager = NDManager.newBaseManager();
    trunk = new ResNet18(ResNet18.PAPER_WIDTH);
    HashedNumbers.fill(trunk, manager, IMAGES);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void mapsInEvaluationMode() {
    Fixture fixture = new Fixture("resnet18-evaluation");
    for (Shape shape :
        new Shape[] {
          new Shape(2, 3, 64, 64), new Shape(1, 3, 57, 41), new Shape(3, 3, 33, 32),
        }) {
      String name = "%dx%dx%dx%d".formatted(shape.get(0), shape.get(1), shape.get(2), shape.get(3));
      NDArray image = HashedNumbers.uniform(manager, "image " + name, shape);
      fixture.compare("full " + name, forward(image, false).toFloatArray(), TOLERANCE);
    }
    assertThat(fixture.arrays()).hasSize(3);
    fixture.record("ResNet18 evaluation");
  }

  @Test
  void mapsAndAllGradientsInTrainingMode() {
    Fixture fixture = new Fixture("resnet18-training");
    try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
      NDArray image = image(0);
      image.setRequiresGradient(true);
      NDArray map = forward(image, true);
      NDArray loss = map.sub(target(0, map.getShape())).square().mean();
      collector.backward(loss);
      fixture.compare("full map", map.toFloatArray(), TOLERANCE);
      fixture.compare("full loss", loss.toFloatArray(), TOLERANCE);
      fixture.record("ResNet18 training map");
      fixture.compareSummary("input", image.getGradient().toFloatArray(), TOLERANCE);
    }
    int gradients = 0;
    for (Map.Entry<String, Parameter> named : NamedParameters.of(trunk).entrySet()) {
      if (named.getValue().requiresGradient()) {
        float[] gradient = named.getValue().getArray().getGradient().toFloatArray();
        fixture.compareSummary(named.getKey(), gradient, TOLERANCE);
        gradients++;
      }
    }
    assertThat(gradients).isEqualTo(60);
    fixture.record("ResNet18 gradients");
  }

  @Test
  void runningStatisticsAfterThreeSteps() {
    Fixture fixture = new Fixture("resnet18-statistics");
    for (int step = 0; step < 3; step++) {
      forward(image(step), true);
    }
    NamedParameters.of(trunk)
        .forEach(
            (name, parameter) -> {
              if (!parameter.requiresGradient()) {
                float[] statistics = parameter.getArray().toFloatArray();
                fixture.compare("full " + name, statistics, TOLERANCE);
              }
            });
    assertThat(fixture.arrays()).hasSize(40);
    fixture.record("ResNet18 running statistics");
  }

  private NDArray image(int step) {
    return HashedNumbers.uniform(manager, "training image " + step, IMAGES);
  }

  private NDArray target(int step, Shape shape) {
    return HashedNumbers.uniform(manager, "training target " + step, shape);
  }

  private NDArray forward(NDArray image, boolean training) {
    return trunk
        .forward(new ParameterStore(manager, false), new NDList(image), training)
        .singletonOrThrow();
  }
}
