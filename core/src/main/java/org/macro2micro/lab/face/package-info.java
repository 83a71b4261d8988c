/** What a person looks like, and the painters that draw the face with its units moved. */
@NullMarked
package org.macro2micro.lab.face;

import org.jspecify.annotations.NullMarked;
