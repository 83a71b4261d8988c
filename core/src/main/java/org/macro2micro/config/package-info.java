/** From YAML to immutable settings, every parameter declared once in defaults.yaml. */
@NullMarked
package org.macro2micro.config;

import org.jspecify.annotations.NullMarked;
