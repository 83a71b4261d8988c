package org.macro2micro.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.function.Consumer;

/** Arrays whose numbers are written straight into native memory. */
public final class NativeArrays {
  private NativeArrays() {}

  /**
   * A new array of floats. {@code NDManager.create} of a Java array would copy it to a buffer that
   * is cleared first and given back when the garbage collector comes by; this memory is the array's
   * own.
   *
   * @param writer puts all numbers, in the order of the shape, into the buffer that it is given,
   *     and does not keep it
   * @throws IllegalStateException if the writer puts fewer
   */
  public static NDArray written(NDManager manager, Shape shape, Consumer<FloatBuffer> writer) {
    if (!manager.getDevice().equals(Device.cpu())) {
      return copied(manager, shape, writer);
    }
    NDArray array = manager.create(shape, DataType.FLOAT32);
    FloatBuffer values = array.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer();
    writer.accept(values);
    requireFull(values, shape);
    return array;
  }

  /** Java can't write into the memory of a card. */
  private static NDArray copied(NDManager manager, Shape shape, Consumer<FloatBuffer> writer) {
    ByteBuffer bytes =
        ByteBuffer.allocateDirect(Math.toIntExact(shape.size() * Float.BYTES))
            .order(ByteOrder.nativeOrder());
    FloatBuffer values = bytes.asFloatBuffer();
    writer.accept(values);
    requireFull(values, shape);
    return manager.create(bytes, shape, DataType.FLOAT32);
  }

  private static void requireFull(FloatBuffer values, Shape shape) {
    if (values.hasRemaining()) {
      throw new IllegalStateException(
          "array %s: %d of %d numbers were written"
              .formatted(shape, values.position(), values.limit()));
    }
  }
}
