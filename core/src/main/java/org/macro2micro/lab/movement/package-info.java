/**
 * How a face moves: action units and their sides, which of them an emotion uses, how far, and the
 * sway of the head.
 */
@NullMarked
package org.macro2micro.lab.movement;

import org.jspecify.annotations.NullMarked;
