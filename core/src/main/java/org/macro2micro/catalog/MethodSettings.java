package org.macro2micro.catalog;

import org.macro2micro.preprocess.Augmentation;

/**
 * What the methods other than macro-to-micro are made with.
 *
 * @param handcrafted descriptors and their machines
 * @param deep published networks
 * @param size H = W of prepared clips in pixels
 * @param augmentation of training clips, where a choice asks for it
 */
public record MethodSettings(
    HandcraftedChoices handcrafted, DeepChoices deep, int size, Augmentation augmentation) {
  /** The augmentation of the published networks. */
  Augmentation deepAugmentation() {
    return deep.augment() ? augmentation : Augmentation.none();
  }
}
