/** What annotators say happens in a film: layers of intervals, compared, scored and exported. */
@NullMarked
package org.macro2micro.studio.layer;

import org.jspecify.annotations.NullMarked;
