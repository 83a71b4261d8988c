/** Handcrafted descriptors: a prepared clip as one vector. */
@NullMarked
package org.macro2micro.method.descriptor;

import org.jspecify.annotations.NullMarked;
