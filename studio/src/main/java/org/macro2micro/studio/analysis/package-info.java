/** What the process does that decodes films: one film, bounded memory, a word on each step. */
@NullMarked
package org.macro2micro.studio.analysis;

import org.jspecify.annotations.NullMarked;
