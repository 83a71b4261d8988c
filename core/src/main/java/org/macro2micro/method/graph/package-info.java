/** A network over a graph of action units, which learns from what people coded. */
@NullMarked
package org.macro2micro.method.graph;

import org.jspecify.annotations.NullMarked;
