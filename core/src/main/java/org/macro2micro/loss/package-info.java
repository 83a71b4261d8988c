/** The paper's losses, one small pure file an equation. */
@NullMarked
package org.macro2micro.loss;

import org.jspecify.annotations.NullMarked;
