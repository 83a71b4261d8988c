/** The lab: procedural faces moved by action units, written as databases in official layouts. */
@NullMarked
package org.macro2micro.lab;

import org.jspecify.annotations.NullMarked;
