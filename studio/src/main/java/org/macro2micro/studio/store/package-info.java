/** Jobs, annotations and their history in SQLite, and the folders of films beside it. */
@NullMarked
package org.macro2micro.studio.store;

import org.jspecify.annotations.NullMarked;
