package org.macro2micro.report.video;

import org.macro2micro.drawing.HeatMap;
import org.macro2micro.drawing.PngImage;

/**
 * What a movement looked like.
 *
 * @param onset the face at the onset
 * @param apex the face at the apex
 * @param movement where it moved between the two, over the apex; values in percent of the side of
 *     the square that the pictures show
 * @param faceFound whether a face was found; otherwise the pictures show the whole frame
 */
public record IntervalPictures(
    PngImage onset, PngImage apex, HeatMap movement, boolean faceFound) {}
