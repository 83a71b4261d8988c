/** Results as people read them: what all texts and pages have in common. */
@NullMarked
package org.macro2micro.report;

import org.jspecify.annotations.NullMarked;
