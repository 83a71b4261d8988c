/** Reads YAML into immutable settings; every parameter is declared once, in defaults.yaml. */
@NullMarked
package org.macro2micro.config;

import org.jspecify.annotations.NullMarked;
