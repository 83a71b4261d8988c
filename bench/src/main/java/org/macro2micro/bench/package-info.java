/** What parts of the library cost, measured with JMH. */
@NullMarked
package org.macro2micro.bench;

import org.jspecify.annotations.NullMarked;
