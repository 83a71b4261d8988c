/** What a recognition method is to the rest of the house. */
@NullMarked
package org.macro2micro.method;

import org.jspecify.annotations.NullMarked;
