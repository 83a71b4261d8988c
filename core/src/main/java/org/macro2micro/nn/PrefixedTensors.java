package org.macro2micro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** One safetensors file with the tensors of two; the names of the second begin with a prefix. */
public final class PrefixedTensors {
  private PrefixedTensors() {}

  /**
   * Puts two files into one.
   *
   * @param plain safetensors, none with a name that begins with the prefix
   * @param prefixed safetensors, whose names get the prefix
   */
  public static byte[] joined(byte[] plain, String prefix, byte[] prefixed) {
    try (NDManager manager = EngineStart.newManager()) {
      NDList all = new NDList();
      add(all, manager, SafetensorsFile.of("weights", plain), name -> true, name -> name);
      add(
          all,
          manager,
          SafetensorsFile.of("weights of " + prefix, prefixed),
          name -> true,
          prefix::concat);
      return Safetensors.write(all);
    }
  }

  /** The tensors whose names begin with the prefix, without it. */
  public static byte[] of(SafetensorsFile file, String prefix) {
    return taken(file, name -> name.startsWith(prefix), name -> name.substring(prefix.length()));
  }

  /** The tensors whose names don't begin with the prefix. */
  public static byte[] without(SafetensorsFile file, String prefix) {
    return taken(file, name -> !name.startsWith(prefix), name -> name);
  }

  private static byte[] taken(
      SafetensorsFile file, Predicate<String> wanted, UnaryOperator<String> renamed) {
    try (NDManager manager = EngineStart.newManager()) {
      NDList all = new NDList();
      add(all, manager, file, wanted, renamed);
      return Safetensors.write(all);
    }
  }

  private static void add(
      NDList all,
      NDManager manager,
      SafetensorsFile file,
      Predicate<String> wanted,
      UnaryOperator<String> renamed) {
    for (String name : file.names()) {
      if (wanted.test(name)) {
        Shape shape = file.shape(name);
        NDArray tensor = manager.create(file.floats(name, shape), shape);
        tensor.setName(renamed.apply(name));
        all.add(tensor);
      }
    }
  }
}
