/** Networks as ONNX graphs: what a network does to arrays is followed and written down. */
@NullMarked
package org.macro2micro.onnx;

import org.jspecify.annotations.NullMarked;
