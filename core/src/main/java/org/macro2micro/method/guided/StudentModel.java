package org.macro2micro.method.guided;

import org.macro2micro.nn.PrefixedTensors;
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
    return PrefixedTensors.joined(network, PREFIX, machine);
  }

  /**
   * Takes what {@link #write} wrote apart.
   *
   * @param source names the method in errors
   * @throws IllegalArgumentException if the bytes are damaged, or there is no machine in them
   */
  static StudentModel read(String source, byte[] bytes) {
    SafetensorsFile file = SafetensorsFile.of(source, bytes);
    if (file.names().stream().noneMatch(name -> name.startsWith(PREFIX))) {
      throw new IllegalArgumentException(
          "%s: found the tensors %s, expected some that begin with %s; is the model of another method, or of methods.%s.classifier=softmax?"
              .formatted(source, file.names(), PREFIX, source));
    }
    return new StudentModel(
        PrefixedTensors.without(file, PREFIX), PrefixedTensors.of(file, PREFIX));
  }
}
