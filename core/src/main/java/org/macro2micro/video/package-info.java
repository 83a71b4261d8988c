/** Video files, read and written with FFmpeg: the one place that knows it. */
@NullMarked
package org.macro2micro.video;

import org.jspecify.annotations.NullMarked;
