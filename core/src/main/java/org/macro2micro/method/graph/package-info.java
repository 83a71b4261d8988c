/**
 * Two networks that are named after a graph: that of AU-GACN joins action units and learns from
 * what people coded; that of Graph-TCN is an order of patches of the face.
 */
@NullMarked
package org.macro2micro.method.graph;

import org.jspecify.annotations.NullMarked;
