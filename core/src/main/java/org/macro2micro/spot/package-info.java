/** Finds micro-expressions in long videos. */
@NullMarked
package org.macro2micro.spot;

import org.jspecify.annotations.NullMarked;
