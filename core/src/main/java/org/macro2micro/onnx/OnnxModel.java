package org.macro2micro.onnx;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.macro2micro.method.NetworkRecognizer;
import org.macro2micro.nn.NamedParameters;
import org.macro2micro.train.InputArray;

/**
 * A recogniser's network, from its arrays to the classes' probabilities, as the bytes of an ONNX
 * file. The network is run once over arrays without numbers, and what it does to them is written
 * down, so that the graph is the network's own code and a new network needs no second description.
 */
public final class OnnxModel {
  /** The graph's only output, [clips,classes]. */
  public static final String OUTPUT = "probabilities";

  /** The version of ONNX's operators that are used. */
  public static final int OPERATOR_SET = OnnxGraph.OPERATOR_SET;

  private OnnxModel() {}

  /**
   * Writes the network down.
   *
   * @param inputs what its arrays are, as its view says
   * @param version of this software, which the file names
   * @param notes put into the file under their names
   * @throws NoOnnxFormException if the network does something that has no ONNX form here
   */
  public static byte[] of(
      NetworkRecognizer recognizer,
      List<InputArray> inputs,
      String version,
      SortedMap<String, String> notes) {
    String name = recognizer.loaded().network().getClass().getSimpleName();
    if (inputs.isEmpty()) {
      throw new NoOnnxFormException(
          "network %s: its view (%s) does not say what its arrays are; write arrays() there"
              .formatted(name, recognizer.view().getClass().getSimpleName()));
    }
    OnnxGraph graph = new OnnxGraph(name);
    try (NDManager numbers = recognizer.loaded().manager().newSubManager()) {
      Tracing tracing =
          new Tracing(graph, NamedParameters.of(recognizer.loaded().network()), numbers);
      NDArray found = recognizer.probabilities(arrays(tracing, inputs));
      graph.node(OUTPUT, "Identity", List.of(tracing.value(found)));
      long classes = found.getShape().get(1);
      graph.output(OUTPUT, List.of(InputArray.CLIPS, String.valueOf(classes)));
    } catch (NoOnnxFormException e) {
      throw new NoOnnxFormException("network %s: %s".formatted(name, e.getMessage()));
    }
    return graph.bytes(version, notes);
  }

  private static NDList arrays(Tracing tracing, List<InputArray> inputs) {
    Map<String, Long> named = new HashMap<>();
    NDList arrays = new NDList();
    for (InputArray input : inputs) {
      tracing.graph().input(input.name(), input.sides());
      long[] sides = new long[input.sides().size()];
      for (int axis = 0; axis < sides.length; axis++) {
        String side = input.sides().get(axis);
        int at = axis;
        sides[axis] =
            Character.isDigit(side.charAt(0))
                ? Long.parseLong(side)
                : named.computeIfAbsent(side, any -> tracing.sides().open(input.name(), at));
      }
      arrays.add(new TracedArray(tracing, input.name(), new Shape(sides)));
    }
    return arrays;
  }
}
