/** Measures what parts of the library cost: by JMH, and beside PyTorch and ONNX Runtime. */
@NullMarked
package org.macro2micro.bench;

import org.jspecify.annotations.NullMarked;
