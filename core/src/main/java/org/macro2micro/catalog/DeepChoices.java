package org.macro2micro.catalog;

import org.macro2micro.method.deep.DeepSettings;

/**
 * How the published networks are trained.
 *
 * @param augment whether their training clips are augmented, as those of macro-to-micro are;
 *     STSTNet's authors do not, of the others it is not known here
 * @param offApexnet of OFF-ApexNet
 * @param ststnet of STSTNet
 * @param dualInception of Dual-Inception
 * @param capsulenet of CapsuleNet
 */
public record DeepChoices(
    boolean augment,
    DeepSettings offApexnet,
    DeepSettings ststnet,
    DeepSettings dualInception,
    DeepSettings capsulenet) {}
