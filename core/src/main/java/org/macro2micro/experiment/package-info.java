/** Folds, what came out of them, where that is kept, and the table it adds up to. */
@NullMarked
package org.macro2micro.experiment;

import org.jspecify.annotations.NullMarked;
