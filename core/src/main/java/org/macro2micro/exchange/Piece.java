package org.macro2micro.exchange;

/**
 * A file of an export, before it is written.
 *
 * @param name the file's name
 * @param text all that is in it, to be written as UTF-8
 */
record Piece(String name, String text) {}
