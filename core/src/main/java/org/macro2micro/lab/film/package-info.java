/** Long videos: their settings, and what happens at which time. */
@NullMarked
package org.macro2micro.lab.film;

import org.jspecify.annotations.NullMarked;
