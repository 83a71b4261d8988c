/**
 * The HTTP interface decides who may ask, and answers what is asked, with problems where it must.
 */
@NullMarked
package org.macro2micro.studio.web;

import org.jspecify.annotations.NullMarked;
