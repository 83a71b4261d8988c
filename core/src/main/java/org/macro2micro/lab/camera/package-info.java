/** Pictures of a person who moves: light, sensor, frames and their files. */
@NullMarked
package org.macro2micro.lab.camera;

import org.jspecify.annotations.NullMarked;
