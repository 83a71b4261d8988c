package org.macro2micro.dataset;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What one folder holds, sorted by name and found without regard to case. Names that begin with a
 * dot are passed over: macOS leaves a "._" twin of every image on foreign disks. Of two names that
 * differ in case only the first counts.
 *
 * @param byName the entries by lower-case name, in the order of names
 */
record Listing(Map<String, Path> byName) {
  static Listing of(Path folder) throws IOException {
    List<Path> paths = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(paths::add);
    } catch (DirectoryIteratorException e) {
      throw new IOException("could not list " + folder, e);
    }
    paths.sort(null);
    Map<String, Path> byName = new LinkedHashMap<>();
    for (Path path : paths) {
      String name = nameOf(path);
      if (!name.startsWith(".")) {
        byName.putIfAbsent(name.toLowerCase(Locale.ROOT), path);
      }
    }
    return new Listing(byName);
  }

  /** The last part of a path; empty for a file system's root. */
  static String nameOf(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  /** The folder of this name, if there is one. */
  Optional<Path> folder(String name) {
    return entry(name).filter(Files::isDirectory);
  }

  /** The plain file of this name, if there is one. */
  Optional<Path> file(String name) {
    return entry(name).filter(Files::isRegularFile);
  }

  List<Path> folders() {
    return byName.values().stream().filter(Files::isDirectory).toList();
  }

  List<Path> files() {
    return byName.values().stream().filter(Files::isRegularFile).toList();
  }

  private Optional<Path> entry(String name) {
    return Optional.ofNullable(byName.get(name.strip().toLowerCase(Locale.ROOT)));
  }
}
