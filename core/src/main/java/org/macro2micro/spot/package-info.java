/** Finds micro-expressions in long videos, and scores what was found. */
@NullMarked
package org.macro2micro.spot;

import org.jspecify.annotations.NullMarked;
