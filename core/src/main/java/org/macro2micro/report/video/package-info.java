/** What was found in clips and videos, as files and pages. */
@NullMarked
package org.macro2micro.report.video;

import org.jspecify.annotations.NullMarked;
