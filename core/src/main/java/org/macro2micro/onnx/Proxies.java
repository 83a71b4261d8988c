package org.macro2micro.onnx;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Stand-ins for DJL's large interfaces, of which only a few methods have an ONNX form. */
final class Proxies {
  private Proxies() {}

  static <T> T of(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** A stand-in that refuses every method. */
  static <T> T refusing(Class<T> type) {
    return of(
        type, (self, method, arguments) -> other(type.getSimpleName(), self, method, arguments));
  }

  /**
   * What a method without ONNX form gives: those of every object as usual, those that give nothing
   * back do nothing, and all others are refused.
   *
   * @throws NoOnnxFormException that names the method
   */
  static @Nullable Object other(
      String type, Object self, Method method, Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "hashCode" -> System.identityHashCode(self);
      case "equals" -> arguments != null && self == arguments[0];
      case "toString" -> "traced " + type;
      default -> {
        if (method.getReturnType() == void.class) {
          yield null;
        }
        throw new NoOnnxFormException(
            "found the operation %s.%s, which has no ONNX form here; write one in package onnx, or the network by other operations"
                .formatted(type, method.getName()));
      }
    };
  }
}
