package org.macro2micro.method;

import java.util.Set;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.preprocess.PreprocessSettings;

/** A method's block of the settings, {@code methods.NAME}. */
public interface MethodBlock {
  /** The method's name. */
  String name();

  /**
   * The method's own settings: everything in the block except {@code preprocess} and {@code
   * augment}.
   *
   * @param type a record whose components have the names of the settings
   * @throws IllegalArgumentException if a setting is missing, unknown or can't be used; the message
   *     names it
   */
  <T extends Record> T as(Class<T> type);

  /** How clips are prepared for the method. */
  PreprocessSettings preprocess();

  /** How its training clips are varied: not at all unless the block says {@code augment: true}. */
  Augmentation augmentation();

  /**
   * Everything in the block that results depend on, as text: the preparation in full, the
   * augmentation if it takes one, its own settings.
   *
   * @param files settings left out, by their dotted names, because they name files: of those the
   *     content counts
   */
  String key(Set<String> files);
}
