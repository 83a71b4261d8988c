/** The one page that names every database, label scheme and method this program knows. */
@NullMarked
package org.macro2micro.catalog;

import org.jspecify.annotations.NullMarked;
