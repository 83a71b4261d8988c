package org.macro2micro.train;

import ai.djl.ndarray.NDArray;
import java.util.SortedMap;

/**
 * The losses of one step.
 *
 * @param values each term by its symbol, scalar, unweighted
 * @param weighted the same terms times their coefficients
 * @param total what is minimised, scalar
 */
public record StepTerms(
    SortedMap<String, NDArray> values, SortedMap<String, NDArray> weighted, NDArray total) {}
