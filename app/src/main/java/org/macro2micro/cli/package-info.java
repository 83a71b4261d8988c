/** The command line: the only place that starts work and prints. */
@NullMarked
package org.macro2micro.cli;

import org.jspecify.annotations.NullMarked;
