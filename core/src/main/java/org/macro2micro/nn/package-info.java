/** Networks and layers that know nothing of expressions: the trunk, the heads, seeded weights. */
@NullMarked
package org.macro2micro.nn;

import org.jspecify.annotations.NullMarked;
