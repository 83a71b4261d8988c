/** The page of an experiment. */
@NullMarked
package org.macro2micro.report.experiment;

import org.jspecify.annotations.NullMarked;
