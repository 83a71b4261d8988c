package org.macro2micro.train;

import org.macro2micro.clip.ClipId;

/**
 * A training clip and its class.
 *
 * @param id the clip
 * @param label class number, at least 0
 */
public record Example(ClipId id, int label) {}
