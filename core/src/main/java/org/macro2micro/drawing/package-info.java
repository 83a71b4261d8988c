/**
 * Letters and pictures that need neither fonts nor files: what the lab, the pages and the videos
 * draw with.
 */
@NullMarked
package org.macro2micro.drawing;

import org.jspecify.annotations.NullMarked;
