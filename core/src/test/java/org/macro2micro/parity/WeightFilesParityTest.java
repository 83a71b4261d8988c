package org.macro2micro.parity;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.macro2micro.model.TwoStreamNetwork;
import org.macro2micro.model.TwoStreamSettings;
import org.macro2micro.nn.NamedParameters;
import org.macro2micro.nn.ResNet18;
import org.macro2micro.nn.Safetensors;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.nn.TorchvisionTrunk;
import org.macro2micro.seed.SeedPath;

/** Weight files that go from Java to Python and from Python to Java. */
class WeightFilesParityTest {
  @Test
  void whatPythonsSafetensorsWroteOfTorchvisionIsTaken() {
    TorchvisionTrunk weights = TorchvisionTrunk.read("resnet18", TorchvisionFile.bytes());
    // To the bit the file that Python wrote, though only its header is kept here.
    assertThat(weights.digest()).isEqualTo(TorchvisionFile.sha256());

    Fixture fixture = new Fixture("resnet18-evaluation");
    try (NDManager manager = NDManager.newBaseManager()) {
      Shape shape = new Shape(2, 3, 64, 64);
      ResNet18 trunk = new ResNet18(ResNet18.PAPER_WIDTH);
      SeededWeights.TORCHVISION.initialize(trunk, manager, SeedPath.root(5), shape);
      weights.copyInto(NamedParameters.of(trunk), manager);
      NDArray image = HashedNumbers.uniform(manager, "image 2x3x64x64", shape);
      NDArray map =
          trunk
              .forward(new ParameterStore(manager, false), new NDList(image), false)
              .singletonOrThrow();
      fixture.compare("full 2x3x64x64", map.toFloatArray(), 1e-4);
    }
    fixture.record("torchvision file");
  }

  @Test
  void pythonReadsTheNumbersThatAreWritten() throws IOException {
    try (NDManager manager = NDManager.newBaseManager()) {
      TwoStreamNetwork network =
          new TwoStreamNetwork(new TwoStreamSettings(2, TwoStreamSettings.Fusion.CONCAT, 3, 4), 3);
      HashedNumbers.fill(network, manager, new Shape(1, 3, 32, 32));
      byte[] written = Safetensors.write(network);
      // Left for tools/parity/read_model.py, should the writer change.
      Files.createDirectories(Path.of("target", "parity"));
      Files.write(Path.of("target", "parity", "model.safetensors"), written);
      assertThat(written).isEqualTo(Fixture.bytes("model.safetensors"));

      Fixture python = new Fixture("model");
      var named = NamedParameters.of(network);
      assertThat(python.arrays().keySet()).containsExactlyInAnyOrderElementsOf(named.keySet());
      named.forEach(
          (name, parameter) -> python.compare(name, parameter.getArray().toFloatArray(), 0));
      python.record("model file");
    }
  }
}
