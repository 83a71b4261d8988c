package org.macro2micro.metric;

import org.macro2micro.clip.ClipId;

/**
 * One clip after truth and prediction have been joined.
 *
 * @param id the clip; its subject is the unit of resampling
 * @param truth the class the scheme gives it
 * @param predicted the class a method named
 */
public record ScoredClip(ClipId id, String truth, String predicted) {}
