/** The studio's page in a real browser. */
@NullMarked
package org.macro2micro.studio.page;

import org.jspecify.annotations.NullMarked;
