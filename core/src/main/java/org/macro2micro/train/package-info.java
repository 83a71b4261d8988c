/** The training loop: batches in, Adam steps, what a listener hears. */
@NullMarked
package org.macro2micro.train;

import org.jspecify.annotations.NullMarked;
