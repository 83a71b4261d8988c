/** From files to fixed-size, fixed-length pixels: decoding, time, flow, strain, cache. */
@NullMarked
package org.macro2micro.preprocess;

import org.jspecify.annotations.NullMarked;
