/** The readers: from a database's folder to its labelled clips and a list of what was amiss. */
@NullMarked
package org.macro2micro.dataset;

import org.jspecify.annotations.NullMarked;
