package org.macro2micro.model;

import ai.djl.ndarray.NDArray;

/**
 * What the two trunks give for a batch.
 *
 * @param apexMap F^A [n,c,h,w], of the apex frames
 * @param frameMaps F [n,T,c,h,w], of all frames
 */
public record StreamFeatures(NDArray apexMap, NDArray frameMaps) {}
