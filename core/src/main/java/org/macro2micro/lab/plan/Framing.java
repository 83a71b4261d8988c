package org.macro2micro.lab.plan;

/** What part of a person a frame shows. */
public enum Framing {
  /** Head and shoulders, as a camera sees them: the face has to be found. */
  FULL,
  /** The face alone fills the frame, as in CASME II's "Cropped" folder. */
  CROPPED
}
