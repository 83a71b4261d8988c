/** The paper's method in its three phases: MaNet, MiNet, and the transfer between them. */
@NullMarked
package org.macro2micro.method.proposed;

import org.jspecify.annotations.NullMarked;
