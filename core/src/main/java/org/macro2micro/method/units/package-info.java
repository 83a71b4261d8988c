/** Networks that tell action units by themselves, without a class. */
@NullMarked
package org.macro2micro.method.units;

import org.jspecify.annotations.NullMarked;
