package org.macro2micro.onnx;

/** Something that a network does can't be written as ONNX; the message names it. */
public final class NoOnnxFormException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoOnnxFormException(String message) {
    super(message);
  }
}
