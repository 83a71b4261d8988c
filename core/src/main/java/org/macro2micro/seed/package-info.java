/** Seeds made of names, so that no result depends on the order or place in which work is done. */
@NullMarked
package org.macro2micro.seed;

import org.jspecify.annotations.NullMarked;
