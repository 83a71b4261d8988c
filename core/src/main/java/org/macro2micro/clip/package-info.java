/** What a clip is, whom it shows and what it is called, before any pixel is read. */
@NullMarked
package org.macro2micro.clip;

import org.jspecify.annotations.NullMarked;
