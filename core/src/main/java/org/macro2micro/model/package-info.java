/** The paper's networks: two streams, sampling intervals, discriminators, relation classifier. */
@NullMarked
package org.macro2micro.model;

import org.jspecify.annotations.NullMarked;
