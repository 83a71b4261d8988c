/** Small published networks that recognise micro-expressions from one image of a clip. */
@NullMarked
package org.macro2micro.method.deep;

import org.jspecify.annotations.NullMarked;
