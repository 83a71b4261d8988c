/** Published methods whose network is guided by macro clips, each in its own way. */
@NullMarked
package org.macro2micro.method.guided;

import org.jspecify.annotations.NullMarked;
