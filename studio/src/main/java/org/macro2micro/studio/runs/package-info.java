/** Finished experiments in a folder: their scores, their errors, and two of them compared. */
@NullMarked
package org.macro2micro.studio.runs;

import org.jspecify.annotations.NullMarked;
