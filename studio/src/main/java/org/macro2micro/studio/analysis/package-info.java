/** The process that decodes one film in bounded memory, and tells how far it is. */
@NullMarked
package org.macro2micro.studio.analysis;

import org.jspecify.annotations.NullMarked;
