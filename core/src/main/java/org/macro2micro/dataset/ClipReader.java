package org.macro2micro.dataset;

import java.nio.file.Path;

/**
 * Reads one database from the folder its user unpacked.
 *
 * <p>A reader looks at image headers only, and not at every frame: an image whose pixels turn out
 * to be damaged is found when the clip is prepared.
 */
public interface ClipReader {
  /** The database's short name, such as "casme2". */
  String database();

  /**
   * Reads the clips below {@code folder}, and lists everything that was corrected, left out or
   * worth a note.
   *
   * @param folder the database's folder, or one folder further in or out where names are nested
   * @throws DatasetException if nothing can be read at all: the folder, its sheet or a column is
   *     missing, or there is no clip. What is wrong with one clip is a {@link Problem} instead
   */
  Inventory read(Path folder) throws DatasetException;

  /**
   * The labels below {@code folder} as sheets, lists and names give them, whether or not the frames
   * are on this disk: the inventory's corpus is empty, its labels and problems are not.
   *
   * @throws DatasetException as {@link #read}, but not for want of frames
   */
  Inventory readLabels(Path folder) throws DatasetException;
}
