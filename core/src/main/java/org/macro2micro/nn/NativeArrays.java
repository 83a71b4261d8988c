package org.macro2micro.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.function.Consumer;

/** Arrays whose numbers are read and written straight in native memory. */
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
    FloatBuffer values = floats(array);
    writer.accept(values);
    requireFull(values, shape);
    return array;
  }

  /**
   * The numbers of an array of floats in their own memory, in the order of its shape. What is
   * written there is the array's; the buffer must not outlive it.
   *
   * @return nothing if they lie on a card, or in another order
   */
  public static Optional<FloatBuffer> shared(NDArray array) {
    if (!array.getDevice().equals(Device.cpu())) {
      return Optional.empty();
    }
    FloatBuffer values = floats(array);
    FloatBuffer again = floats(array);
    if (values.limit() == 0) {
      return Optional.of(values);
    }
    // The engine says nothing of an array's order: for one in another order it makes a copy for
    // each
    // buffer, and what is written into one copy does not stand in the next.
    int first = Float.floatToRawIntBits(values.get(0));
    values.put(0, Float.intBitsToFloat(~first));
    boolean isShared = Float.floatToRawIntBits(again.get(0)) == ~first;
    values.put(0, Float.intBitsToFloat(first));
    return isShared ? Optional.of(values) : Optional.empty();
  }

  private static FloatBuffer floats(NDArray array) {
    return array.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer();
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
