/** What is known of a film: what its content is, its frames as pictures, what was found in it. */
@NullMarked
package org.macro2micro.studio.film;

import org.jspecify.annotations.NullMarked;
