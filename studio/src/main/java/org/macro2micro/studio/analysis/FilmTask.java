package org.macro2micro.studio.analysis;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The task of the process that decodes a film.
 *
 * @param film the file that was uploaded
 * @param name what its owner calls it; messages say this name and no path
 * @param out an empty folder for what is found
 * @param model weights that name classes; null to find movements alone
 * @param rate true frames a second, or null if the film states them
 * @param face who is followed: largest, left, right, or a number from the left
 * @param mostSeconds a longer film is refused
 * @param mostPixels a film with larger frames is refused
 * @param freeBytes bytes of the disk that the pictures of the film must leave free
 */
public record FilmTask(
    Path film,
    String name,
    Path out,
    @Nullable Path model,
    @Nullable Double rate,
    String face,
    double mostSeconds,
    long mostPixels,
    long freeBytes) {}
