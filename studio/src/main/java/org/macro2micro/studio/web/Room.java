package org.macro2micro.studio.web;

import org.macro2micro.studio.store.FilmFolders;

/**
 * The room on the service's disk.
 *
 * @param folders where films and annotations are written
 * @param least bytes that must stay free
 */
record Room(FilmFolders folders, long least) {
  /**
   * Checks that the disk has room.
   *
   * @throws ProblemException if it has not
   */
  void require() {
    if (folders.free() < least) {
      throw ProblemException.of(
          507,
          "no-room",
          "The disk is full",
          "The service's disk is almost full; delete films that are not needed, or tell whoever runs the service.");
    }
  }
}
