/** Writers of the five official layouts, with their sheets and their XML. */
@NullMarked
package org.macro2micro.lab.database;

import org.jspecify.annotations.NullMarked;
