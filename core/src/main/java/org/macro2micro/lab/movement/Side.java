package org.macro2micro.lab.movement;

/** A side of the face as the viewer sees it. */
public enum Side {
  LEFT(-1),
  RIGHT(1);

  private final int sign;

  Side(int sign) {
    this.sign = sign;
  }

  /** The sign of x on this side: -1 or 1. */
  public int sign() {
    return sign;
  }
}
