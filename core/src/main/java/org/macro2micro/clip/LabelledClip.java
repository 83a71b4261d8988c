package org.macro2micro.clip;

/**
 * A clip and its annotation by the database. Only readers, schemes and the experiment hold these: a
 * method predicts from the {@link Clip} alone.
 *
 * @param clip the clip
 * @param annotation the database's own label and action units
 */
public record LabelledClip(Clip clip, Annotation annotation) {
  /** A clip whose action units nobody coded. */
  public LabelledClip(Clip clip, Emotion emotion) {
    this(clip, Annotation.of(emotion));
  }

  /** The clip's id. */
  public ClipId id() {
    return clip.id();
  }

  /** The database's own label. */
  public Emotion emotion() {
    return annotation.emotion();
  }
}
