/** Results as people read them: a text table for the terminal, one page for the browser. */
@NullMarked
package org.macro2micro.report;

import org.jspecify.annotations.NullMarked;
