/** Long videos: settings, and what happens when. */
@NullMarked
package org.macro2micro.lab.film;

import org.jspecify.annotations.NullMarked;
