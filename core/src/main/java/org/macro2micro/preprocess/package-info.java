/** Turns files into pixels of fixed size and length: decoding, time, flow, strain, and a cache. */
@NullMarked
package org.macro2micro.preprocess;

import org.jspecify.annotations.NullMarked;
