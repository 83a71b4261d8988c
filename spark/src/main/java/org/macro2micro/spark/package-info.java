/** The command line on a Spark cluster: folds and videos are done by its machines. */
@NullMarked
package org.macro2micro.spark;

import org.jspecify.annotations.NullMarked;
