/**
 * What was found in long videos, written for the tools that people annotate with, and read back.
 */
@NullMarked
package org.macro2micro.exchange;

import org.jspecify.annotations.NullMarked;
