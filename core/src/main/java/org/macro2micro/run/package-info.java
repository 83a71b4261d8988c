/** From an experiment's settings to its run directory: reads, prepares, trains, reports. */
@NullMarked
package org.macro2micro.run;

import org.jspecify.annotations.NullMarked;
