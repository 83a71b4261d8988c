package org.macro2micro.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * A signal of the operating system that is handled here and not by ending the process. Java has one
 * interface for it, {@code sun.misc.Signal} of the module jdk.unsupported; where a Java does not
 * have it, or the signal is taken, the process ends as ever.
 */
final class CaughtSignal {
  private final Class<?> type;
  private final Class<?> handlerType;
  private final Object signal;
  private final Object before;

  private CaughtSignal(Class<?> type, Class<?> handlerType, Object signal, Object before) {
    this.type = type;
    this.handlerType = handlerType;
    this.signal = signal;
    this.before = before;
  }

  /**
   * Catches a signal until it is released.
   *
   * @param name such as INT or TERM
   * @return null where signals can't be caught
   */
  static @Nullable CaughtSignal of(String name, Runnable action) {
    try {
      Class<?> type = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Object signal = type.getConstructor(String.class).newInstance(name);
      Object handler =
          Proxy.newProxyInstance(
              CaughtSignal.class.getClassLoader(),
              new Class<?>[] {handlerType},
              (proxy, method, arguments) -> answer(proxy, method, arguments, action));
      Object before = handle(type, handlerType).invoke(null, signal, handler);
      return new CaughtSignal(type, handlerType, signal, before);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable Object answer(
      Object proxy, Method method, Object @Nullable [] arguments, Runnable action) {
    return switch (method.getName()) {
      case "handle" -> {
        action.run();
        yield null;
      }
      case "equals" -> arguments != null && proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "macro2micro";
    };
  }

  private static Method handle(Class<?> type, Class<?> handlerType) throws NoSuchMethodException {
    return type.getMethod("handle", type, handlerType);
  }

  /** Gives the signal back to whoever had it. */
  void release() {
    try {
      handle(type, handlerType).invoke(null, signal, before);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a signal that could be caught can be released", e);
    }
  }
}
