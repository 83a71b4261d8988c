/** Wires the studio's parts together and starts them for the command line. */
@NullMarked
package org.macro2micro.studio;

import org.jspecify.annotations.NullMarked;
