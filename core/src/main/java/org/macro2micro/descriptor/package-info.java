/** Handcrafted descriptors: a prepared clip as one vector. */
@NullMarked
package org.macro2micro.descriptor;

import org.jspecify.annotations.NullMarked;
