/** Scores of predictions against the truth, and how far chance alone could have moved them. */
@NullMarked
package org.macro2micro.metric;

import org.jspecify.annotations.NullMarked;
