package org.macro2micro.studio.analysis;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The task of the process that looks through a camera.
 *
 * @param film where the pictures are kept as a film; null to keep none
 * @param face who is followed: largest, left, right, or a number from the left
 * @param mostPixels a larger picture is refused
 * @param mostSeconds the film ends when it lasts so long, so that it can be looked at as a film
 * @param mostBytes the film ends when it is so large
 * @param freeBytes bytes of the disk that the film must leave free
 */
public record LiveTask(
    @Nullable Path film,
    String face,
    long mostPixels,
    double mostSeconds,
    long mostBytes,
    long freeBytes) {}
