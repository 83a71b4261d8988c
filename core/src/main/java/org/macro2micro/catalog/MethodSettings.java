package org.macro2micro.catalog;

import org.macro2micro.preprocess.Augmentation;

/**
 * What the methods other than macro-to-micro are made with.
 *
 * @param deep published networks
 * @param augmentation of training clips, where a choice asks for it
 */
public record MethodSettings(DeepChoices deep, Augmentation augmentation) {
  /** The augmentation of the published networks. */
  Augmentation deepAugmentation() {
    return deep.augment() ? augmentation : Augmentation.none();
  }
}
