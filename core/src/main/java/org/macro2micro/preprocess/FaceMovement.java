package org.macro2micro.preprocess;

/**
 * Pictures of a face before a movement and at its height, and of where it moved, for people to look
 * at.
 *
 * @param size pixels of the square, in width and height
 * @param before the face at the onset: red, green and blue planes of size*size values in [0, 1]
 * @param after the face at the apex, brought to where the head was at the onset, in the same form
 * @param displacement length of the optical flow from before to after, size*size values in percent
 *     of the square's side
 * @param faceFound whether a face was found; otherwise the pictures show the whole frame
 */
@SuppressWarnings("ArrayRecordComponent") // read at once and never compared
public record FaceMovement(
    int size, float[] before, float[] after, float[] displacement, boolean faceFound) {}
