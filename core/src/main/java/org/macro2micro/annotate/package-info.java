/** Shows what was found in a video: on its frames, and as pictures of its movements. */
@NullMarked
package org.macro2micro.annotate;

import org.jspecify.annotations.NullMarked;
