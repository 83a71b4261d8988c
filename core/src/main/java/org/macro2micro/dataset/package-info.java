/** The readers, which turn a database's folder into labelled clips and a list of problems. */
@NullMarked
package org.macro2micro.dataset;

import org.jspecify.annotations.NullMarked;
