package org.macro2micro.method.guided;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.macro2micro.nn.EngineStart;
import org.macro2micro.nn.Safetensors;
import org.macro2micro.nn.SafetensorsFile;

/**
 * A network and the machine that sorts by its features, each as safetensors; stored as one such
 * file, in which the names of the machine's tensors begin with "svm.".
 *
 * @param network the network's tensors
 * @param machine the machine's
 */
@SuppressWarnings("ArrayRecordComponent") // taken apart at once
record StudentModel(byte[] network, byte[] machine) {
  private static final String PREFIX = "svm.";

  byte[] write() {
    try (NDManager manager = EngineStart.newManager()) {
      NDList all = new NDList();
      SafetensorsFile ofNetwork = SafetensorsFile.of("network", network);
      ofNetwork.names().forEach(name -> all.add(tensor(manager, ofNetwork, name, name)));
      SafetensorsFile ofMachine = SafetensorsFile.of("machine", machine);
      ofMachine.names().forEach(name -> all.add(tensor(manager, ofMachine, name, PREFIX + name)));
      return Safetensors.write(all);
    }
  }

  /**
   * Takes what {@link #write} wrote apart.
   *
   * @param source names the method in errors
   * @throws IllegalArgumentException if the bytes are damaged, or there is no machine in them
   */
  static StudentModel read(String source, byte[] bytes) {
    SafetensorsFile file = SafetensorsFile.of(source, bytes);
    List<String> machine = file.names().stream().filter(name -> name.startsWith(PREFIX)).toList();
    if (machine.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: found the tensors %s, expected some that begin with %s; is the model of another method, or of methods.%s.classifier=softmax?"
              .formatted(source, file.names(), PREFIX, source));
    }
    try (NDManager manager = EngineStart.newManager()) {
      NDList ofMachine = new NDList();
      machine.forEach(
          name -> ofMachine.add(tensor(manager, file, name, name.substring(PREFIX.length()))));
      NDList ofNetwork = new NDList();
      file.names().stream()
          .filter(name -> !name.startsWith(PREFIX))
          .forEach(name -> ofNetwork.add(tensor(manager, file, name, name)));
      return new StudentModel(Safetensors.write(ofNetwork), Safetensors.write(ofMachine));
    }
  }

  private static NDArray tensor(NDManager manager, SafetensorsFile file, String name, String as) {
    Shape shape = file.shape(name);
    NDArray tensor = manager.create(file.floats(name, shape), shape);
    tensor.setName(as);
    return tensor;
  }
}
