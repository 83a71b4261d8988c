package org.macro2micro.video;

/**
 * Frames that are in a file and can't be decoded.
 *
 * @param count how many, at least 1
 * @param seconds when the first of them would have been shown
 */
public record LostFrames(int count, double seconds) {}
