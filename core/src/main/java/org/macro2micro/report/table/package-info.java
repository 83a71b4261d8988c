/** The paper's tables as text, files and pages, beside the paper's own numbers. */
@NullMarked
package org.macro2micro.report.table;

import org.jspecify.annotations.NullMarked;
