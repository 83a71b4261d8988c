/** Handcrafted descriptors with linear support vector machines: the methods before networks. */
@NullMarked
package org.macro2micro.method.handcrafted;

import org.jspecify.annotations.NullMarked;
