package org.macro2micro.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.clip.Annotation;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Corpus;

/**
 * The composite task's three databases together: one folder with CASME II, SMIC HS and SAMM each in
 * a folder (or a link) of its name. Clips keep the names of their own databases, so that "01" of
 * two of them stay two people.
 */
public final class CompositeReader implements ClipReader {
  /** The collection's short name; its clips have the names of their own databases. */
  public static final String DATABASE = "composite";

  /** Folder names, in {@link FolderSearch#plain(String) plain} form, by database. */
  private static final Map<String, Set<String>> NAMES = names();

  @Override
  public String database() {
    return DATABASE;
  }

  @Override
  public Inventory read(Path folder) throws DatasetException {
    List<Corpus> parts = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (ClipReader reader : present(folder, problems)) {
      Inventory part = reader.read(part(folder, reader.database()).orElseThrow());
      parts.add(part.corpus());
      problems.addAll(part.problems());
    }
    return new Inventory(DATABASE, folder, Corpus.union(parts), problems);
  }

  @Override
  public Inventory readLabels(Path folder) throws DatasetException {
    SortedMap<ClipId, Annotation> annotations = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    for (ClipReader reader : present(folder, problems)) {
      Inventory part = reader.readLabels(part(folder, reader.database()).orElseThrow());
      annotations.putAll(part.annotations());
      problems.addAll(part.problems());
    }
    return Inventory.ofAnnotations(DATABASE, folder, annotations, problems);
  }

  private static List<ClipReader> readers() {
    return List.of(new CasmeTwoReader(), new SmicReader(SmicReader.Camera.HS), new SammReader());
  }

  /** Readers of the databases that are there; those that are not are listed. */
  private static List<ClipReader> present(Path folder, List<Problem> problems)
      throws DatasetException {
    List<ClipReader> present = new ArrayList<>();
    for (ClipReader reader : readers()) {
      if (part(folder, reader.database()).isPresent()) {
        present.add(reader);
      } else {
        problems.add(
            new Problem(
                DATABASE,
                "no folder of %s in %s: the composite task is of three databases"
                    .formatted(reader.database(), folder),
                Problem.Action.NOTED));
      }
    }
    if (present.isEmpty()) {
      throw new DatasetException(
          "composite: none of its databases is there",
          folder,
          "the folders casme2, smic and samm beside each other",
          "Move the databases into one folder, or make links to them there.");
    }
    return present;
  }

  private static Optional<Path> part(Path folder, String database) throws DatasetException {
    FolderSearch.requireFolder(DATABASE, folder);
    Set<String> names = NAMES.getOrDefault(database, Set.of());
    return FolderSearch.listing(DATABASE, folder).folders().stream()
        .filter(child -> names.contains(FolderSearch.plain(child)))
        .findFirst();
  }

  private static Map<String, Set<String>> names() {
    Map<String, Set<String>> names = new LinkedHashMap<>();
    names.put(CasmeTwoReader.DATABASE, Set.of("casme2", "casmeii"));
    names.put(SmicReader.DATABASE, Set.of("smic", "smichs", "smicallcropped"));
    names.put(SammReader.DATABASE, Set.of("samm"));
    return names;
  }
}
