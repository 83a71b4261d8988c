package org.macro2micro.onnx;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A graph as ONNX Runtime runs it. */
public final class RuntimeGraph implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  public RuntimeGraph(byte[] graph) throws OrtException {
    session = environment.createSession(graph);
  }

  public Set<String> inputs() {
    return session.getInputNames();
  }

  /** What a note of the file says. */
  public String note(String name) throws OrtException {
    return session.getMetadata().getCustomMetadataValue(name).orElseThrow();
  }

  /** The graph's only output for these inputs. */
  public NDArray run(Map<String, NDArray> inputs, NDManager manager) throws OrtException {
    Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, NDArray> input : inputs.entrySet()) {
        NDArray array = input.getValue();
        FloatBuffer numbers = FloatBuffer.wrap(array.toFloatArray());
        tensors.put(
            input.getKey(),
            OnnxTensor.createTensor(environment, numbers, array.getShape().getShape()));
      }
      try (OrtSession.Result result = session.run(tensors)) {
        OnnxTensor only = (OnnxTensor) result.get(0);
        float[] numbers = new float[only.getFloatBuffer().remaining()];
        only.getFloatBuffer().get(numbers);
        return manager.create(numbers, new Shape(only.getInfo().getShape()));
      }
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
