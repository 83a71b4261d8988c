/**
 * Methods without networks: handcrafted descriptors with linear support vector machines, and a
 * kernel on flow.
 */
@NullMarked
package org.macro2micro.method.handcrafted;

import org.jspecify.annotations.NullMarked;
