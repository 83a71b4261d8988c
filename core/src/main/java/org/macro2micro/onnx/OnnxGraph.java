package org.macro2micro.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A graph that is being written, of operators of ONNX's operator set 18
 * (https://onnx.ai/onnx/operators). Values have names; a node's inputs must have been written
 * before it.
 */
final class OnnxGraph {
  /** The operator set: the first in which all reductions take their axes in one way. */
  static final int OPERATOR_SET = 18;

  // The form of the file that came with operator set 18.
  private static final int FORMAT = 8;

  private final GraphProto.Builder graph;
  private int values;

  /**
   * @param name of the graph, for people
   */
  OnnxGraph(String name) {
    graph = GraphProto.newBuilder().setName(name);
  }

  /** An attribute of one whole number. */
  static AttributeProto whole(String name, long number) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(number)
        .build();
  }

  /** An attribute of whole numbers. */
  static AttributeProto wholes(String name, long... numbers) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    for (long number : numbers) {
      attribute.addInts(number);
    }
    return attribute.build();
  }

  /** An attribute of one real number. */
  static AttributeProto real(String name, float number) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.FLOAT)
        .setF(number)
        .build();
  }

  /**
   * An input of the graph.
   *
   * @param sides a number each, or a name where any number will do
   */
  void input(String name, List<String> sides) {
    graph.addInput(described(name, sides));
  }

  /** An output of the graph: a value that is there already. */
  void output(String name, List<String> sides) {
    graph.addOutput(described(name, sides));
  }

  private static ValueInfoProto described(String name, List<String> sides) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (String side : sides) {
      TensorShapeProto.Dimension.Builder dimension = shape.addDimBuilder();
      if (Character.isDigit(side.charAt(0))) {
        dimension.setDimValue(Long.parseLong(side));
      } else {
        dimension.setDimParam(side);
      }
    }
    TypeProto.Tensor tensor =
        TypeProto.Tensor.newBuilder()
            .setElemType(TensorProto.DataType.FLOAT.getNumber())
            .setShape(shape)
            .build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  /** A node with one output, whose name is given back. */
  String node(String operator, List<String> inputs, AttributeProto... attributes) {
    String output = operator + "." + ++values;
    node(output, operator, inputs, attributes);
    return output;
  }

  /** A node with one output of a name that no other value has. */
  void node(String output, String operator, List<String> inputs, AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setName(output)
            .setOpType(operator)
            .addAllInput(inputs)
            .addOutput(output)
            .addAllAttribute(List.of(attributes)));
  }

  /** Numbers that the graph brings along, under a name that no other value has. */
  void numbers(String name, long[] sides, float[] numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    stored(name, TensorProto.DataType.FLOAT, sides, bytes);
  }

  /** Numbers that the graph brings along; their name is given back. */
  String numbers(long[] sides, float[] numbers) {
    String name = "numbers." + ++values;
    numbers(name, sides, numbers);
    return name;
  }

  /** Whole numbers in a row that the graph brings along; their name is given back. */
  String wholes(long... numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(numbers);
    String name = "wholes." + ++values;
    stored(name, TensorProto.DataType.INT64, new long[] {numbers.length}, bytes);
    return name;
  }

  private void stored(String name, TensorProto.DataType type, long[] sides, ByteBuffer bytes) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(type.getNumber());
    for (long side : sides) {
      tensor.addDims(side);
    }
    graph.addInitializer(tensor.setRawData(ByteString.copyFrom(bytes)));
  }

  /**
   * The whole file.
   *
   * @param version of this software
   * @param notes put into the file under their names
   */
  byte[] bytes(String version, SortedMap<String, String> notes) {
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(FORMAT)
            .setProducerName("macro2micro")
            .setProducerVersion(version)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
            .setGraph(graph);
    for (Map.Entry<String, String> note : notes.entrySet()) {
      model.addMetadataProps(
          StringStringEntryProto.newBuilder().setKey(note.getKey()).setValue(note.getValue()));
    }
    return model.build().toByteArray();
  }
}
