package org.macro2micro.onnx;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The manager of traced arrays: what a network makes by it is written into the graph. It is made by
 * reflection, since a manager of DJL has a hundred methods, of which networks in evaluation use
 * three.
 */
final class TracedMemory implements InvocationHandler {
  private final Tracing tracing;
  private final NDManager real;

  private TracedMemory(Tracing tracing, NDManager real) {
    this.tracing = tracing;
    this.real = real;
  }

  /** The manager of a tracing's arrays. */
  static NDManager of(Tracing tracing, NDManager real) {
    return Proxies.of(NDManager.class, new TracedMemory(tracing, real));
  }

  @Override
  public @Nullable Object invoke(Object self, Method method, Object @Nullable [] given)
      throws ReflectiveOperationException {
    Object[] arguments = given == null ? new Object[0] : given;
    return switch (method.getName()) {
      case "create" -> {
        requireFixed(arguments);
        yield tracing.constant((NDArray) Objects.requireNonNull(onReal(method, arguments)));
      }
      case "zeros" -> tracing.filled((Shape) arguments[0], 0);
      case "ones" -> tracing.filled((Shape) arguments[0], 1);
      case "getDevice", "isOpen" -> onReal(method, arguments);
      // DJL's adapter asks for another array of this one's numbers for every operation that is not
      // traced, and then calls that operation on it.
      case "from" -> Proxies.refusing(NDArray.class);
      default -> Proxies.other("NDManager", self, method, arguments);
    };
  }

  private void requireFixed(Object[] arguments) {
    for (Object argument : arguments) {
      if (argument instanceof Shape shape && tracing.sides().anyOpen(shape)) {
        throw new NoOnnxFormException(
            "found an array of given numbers whose shape depends on the number of clips or frames; expected zeros or ones there");
      }
    }
  }

  private @Nullable Object onReal(Method method, Object[] arguments)
      throws ReflectiveOperationException {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
