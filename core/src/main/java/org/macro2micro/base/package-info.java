/** What every package may stand on: files written whole, digests, own resources, progress. */
@NullMarked
package org.macro2micro.base;

import org.jspecify.annotations.NullMarked;
