package org.macro2micro.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Finds a database's parts whichever of several nested folders the user names. */
final class FolderSearch {
  /**
   * This is enough for the upper levels of any database, and keeps a search that begins in a home
   * folder short.
   */
  private static final int MOST_FOLDERS = 5_000;

  private FolderSearch() {}

  /**
   * Refuses a path that is not a readable folder.
   *
   * @throws DatasetException if the folder is missing, is a file, or can't be listed
   */
  static void requireFolder(String database, Path folder) throws DatasetException {
    String expected = "the folder that the " + database + " database was unpacked to";
    String cure = "Check the spelling and that the drive is mounted.";
    if (!Files.exists(folder)) {
      throw new DatasetException(database + ": no such folder", folder, expected, cure);
    }
    if (!Files.isDirectory(folder)) {
      throw new DatasetException(database + ": this is not a folder", folder, expected, cure);
    }
    listing(database, folder);
  }

  /** Lists the folder, or fails with one clear error. */
  static Listing listing(String database, Path folder) throws DatasetException {
    try {
      return Listing.of(folder);
    } catch (IOException e) {
      throw new DatasetException(
          database + ": the folder can't be listed (" + e + ")",
          folder,
          "a readable folder",
          "Check its permissions.");
    }
  }

  /**
   * Returns {@code start} and the folders below it, the nearest first. Folders that can't be listed
   * count as empty: what is missed in them is reported as missing.
   *
   * @param depth how many levels below {@code start} are looked at
   * @param closed folders that are returned but not looked into
   */
  static List<Path> below(Path start, int depth, Predicate<Path> closed) {
    List<Path> found = new ArrayList<>(List.of(start));
    List<Path> level = List.of(start);
    for (int i = 0; i < depth && found.size() < MOST_FOLDERS; i++) {
      level = level.stream().filter(closed.negate()).flatMap(f -> children(f).stream()).toList();
      found.addAll(level);
    }
    return found;
  }

  /**
   * Where to look for the parts of a database: the folder given and, if that is one of the parts
   * itself, the one or two folders around it.
   */
  static List<Path> starts(Path folder, Predicate<Path> isPart) {
    List<Path> starts = new ArrayList<>(List.of(folder));
    Path inner = folder.toAbsolutePath().normalize();
    for (int i = 0; i < 2 && isPart.test(inner); i++) {
      Path outer = inner.getParent();
      if (outer == null) {
        break;
      }
      starts.add(outer);
      inner = outer;
    }
    return starts;
  }

  /** Returns the folders directly within a folder, or none if it can't be listed. */
  static List<Path> children(Path folder) {
    return listingOrNothing(folder).folders();
  }

  /** Lists the folder; the list is empty if the folder can't be listed. */
  static Listing listingOrNothing(Path folder) {
    try {
      return Listing.of(folder);
    } catch (IOException e) {
      return new Listing(Map.of());
    }
  }

  /** A name reduced to its lower-case letters and digits: "CASME2_RAW_selected", "OnsetFrame ". */
  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** The plain form of a path's last part. */
  static String plain(Path path) {
    return plain(Listing.nameOf(path));
  }
}
