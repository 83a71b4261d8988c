/** Works at jobs, one after the other, each in a process of its own; deletes what is old. */
@NullMarked
package org.macro2micro.studio.work;

import org.jspecify.annotations.NullMarked;
