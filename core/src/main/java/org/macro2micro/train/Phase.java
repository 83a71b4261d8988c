package org.macro2micro.train;

/** A part of a method's training. */
public enum Phase {
  /** Phase 1 of the paper: MaNet learns from macro-expressions. It depends on no fold. */
  MACRO("macro"),
  /** Phase 2: MiNet learns from the fold's micro-expressions. */
  MICRO("micro"),
  /** Phase 3: MaNet guides MiNet. */
  TRANSFER("transfer"),
  /** The one training of a method that has no phases. */
  SINGLE("single");

  private final String word;

  Phase(String word) {
    this.word = word;
  }

  /** The phase as files and messages name it, such as "macro". */
  public String word() {
    return word;
  }
}
