/** The HTTP interface: who may ask, what is asked, and the answers, errors among them. */
@NullMarked
package org.macro2micro.studio.web;

import org.jspecify.annotations.NullMarked;
