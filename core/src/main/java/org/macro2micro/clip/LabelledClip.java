package org.macro2micro.clip;

/**
 * A clip with what its database says it shows. Only readers, schemes and the experiment hold these:
 * a method predicts from the {@link Clip} alone.
 *
 * @param clip the clip
 * @param emotion the database's own label
 */
public record LabelledClip(Clip clip, Emotion emotion) {
  /** The clip's id. */
  public ClipId id() {
    return clip.id();
  }
}
