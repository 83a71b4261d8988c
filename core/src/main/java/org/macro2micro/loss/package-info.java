/** The paper's losses: one small file without state for each equation. */
@NullMarked
package org.macro2micro.loss;

import org.jspecify.annotations.NullMarked;
