/** Reads and writes video files with FFmpeg; no other package uses it. */
@NullMarked
package org.macro2micro.video;

import org.jspecify.annotations.NullMarked;
