/** The card of a saved model: what people must know before they use it. */
@NullMarked
package org.macro2micro.report.model;

import org.jspecify.annotations.NullMarked;
