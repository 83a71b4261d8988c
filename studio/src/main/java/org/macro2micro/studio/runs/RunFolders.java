package org.macro2micro.studio.runs;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.macro2micro.base.Sha256;
import org.macro2micro.experiment.RunDirectory;

/**
 * Finds the folders of runs within a folder, which are those that hold predictions. A caller names
 * one by a digest of its place, so that no path comes from a caller.
 *
 * @param root the folder that is searched; empty if the service shows no runs
 */
public record RunFolders(Optional<Path> root) {
  private static final int DEPTH = 6;
  private static final int MOST = 1000;
  private static final int DIGITS = 20;

  /**
   * A run's folder.
   *
   * @param id by which callers name it
   * @param title its place within the folder of runs
   * @param path where it is
   */
  public record Place(String id, String title, Path path) {}

  /** Returns the runs in the order of their places. */
  public List<Place> all() throws IOException {
    List<Place> places = new ArrayList<>();
    if (root.isEmpty() || !Files.isDirectory(root.get())) {
      return places;
    }
    Path top = root.get();
    Files.walkFileTree(
        top,
        Set.of(),
        DEPTH,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.endsWith(RunDirectory.PREDICTIONS) && attributes.isRegularFile()) {
              places.add(place(top, file.resolveSibling("").normalize()));
            }
            return places.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE; // What can't be read is not shown.
          }
        });
    places.sort(Comparator.comparing(Place::title));
    return places;
  }

  private static Place place(Path top, Path folder) {
    String inside = top.relativize(folder).toString().replace('\\', '/');
    String title =
        inside.isEmpty() ? String.valueOf(top.toAbsolutePath().normalize().getFileName()) : inside;
    return new Place(Sha256.hex(inside).substring(0, DIGITS), title, folder);
  }

  /** Returns the place of a run, or nothing if no run has this id. */
  public Optional<Place> find(String id) throws IOException {
    return all().stream().filter(place -> place.id().equals(id)).findFirst();
  }
}
