package org.macro2micro.studio.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macro2micro.experiment.RunDirectory;

/** The summaries of runs. A run is read again only if one of its files is another than before. */
final class RunSummaries {
  private static final List<String> FILES =
      List.of(RunDirectory.PREDICTIONS, RunDirectory.SETTINGS, RunDirectory.PROVENANCE);

  /** How a file looks from outside. The key changes where a file is replaced as a whole. */
  private record Look(long bytes, FileTime changed, @Nullable Object key) {}

  private record Known(List<@Nullable Look> looks, RunSummary summary) {}

  private Map<Path, Known> known = Map.of();

  /** Returns the summary of each run that can be read, in the order of the places. */
  synchronized List<RunSummary> of(List<RunFolders.Place> places) {
    Map<Path, Known> now = new HashMap<>();
    List<RunSummary> summaries = new ArrayList<>();
    for (RunFolders.Place place : places) {
      try {
        List<@Nullable Look> looks = looks(place.path());
        Known before = known.get(place.path());
        Known run =
            before != null && before.looks().equals(looks)
                ? before
                : new Known(looks, RunSummary.of(place));
        now.put(place.path(), run);
        summaries.add(run.summary());
      } catch (IOException | IllegalArgumentException e) {
        // A folder that is not a run is left out; the others are shown all the same.
      }
    }
    known = now;
    return summaries;
  }

  private static List<@Nullable Look> looks(Path run) throws IOException {
    List<@Nullable Look> looks = new ArrayList<>();
    for (String name : FILES) {
      looks.add(look(run.resolve(name)));
    }
    return looks;
  }

  private static @Nullable Look look(Path file) throws IOException {
    try {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      return new Look(seen.size(), seen.lastModifiedTime(), seen.fileKey());
    } catch (NoSuchFileException e) {
      return null;
    }
  }
}
