package org.macro2micro.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.macro2micro.clip.FaceEvent;
import org.macro2micro.dataset.DatasetException;
import org.macro2micro.dataset.VideoTruth;

/**
 * What is known to happen in several films, in any format of {@link AnnotationFile} or in the table
 * of {@link VideoTruth}.
 *
 * @param file where it was read
 * @param films the events of each film by the film's name
 * @param leftOut what was not read, and why
 */
public record TruthFile(Path file, SortedMap<String, FilmTruth> films, List<String> leftOut) {
  public TruthFile {
    films = Collections.unmodifiableSortedMap(new TreeMap<>(films));
    leftOut = List.copyOf(leftOut);
  }

  /**
   * What happens in the films that are there.
   *
   * @param films each film that was asked for, in its order
   * @param problems names in the file for which no film is there, a sentence each
   */
  public record Match(Map<Path, FilmTruth> films, List<String> problems) {
    public Match {
      films = Collections.unmodifiableMap(new LinkedHashMap<>(films));
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads a file.
   *
   * @throws DatasetException if it is in none of the formats, or damaged
   */
  public static TruthFile read(Path file) throws DatasetException {
    SortedMap<String, FilmTruth> films = new TreeMap<>();
    if (VideoTruth.knows(Source.of(file).text())) {
      for (Map.Entry<String, List<FaceEvent>> film : VideoTruth.byName(file).entrySet()) {
        films.put(FilmName.base(film.getKey()), new FilmTruth(film.getValue(), List.of()));
      }
      return new TruthFile(file, films, List.of());
    }
    AnnotationFile read = AnnotationFile.read(file);
    read.films().forEach((film, events) -> films.put(film, new FilmTruth(List.of(), events)));
    return new TruthFile(file, films, read.leftOut());
  }

  /**
   * Finds what happens in each film by the film's name: the whole name, or where it is not there
   * the name without its extension. In a film that the file does not name nothing happens.
   *
   * @param paths of the films, no two with the same name
   * @throws IllegalArgumentException if two films have the same name, or several names in the file
   *     differ from a film's in their extension alone
   */
  public Match match(List<Path> paths) {
    Map<Path, FilmTruth> found = new LinkedHashMap<>();
    Set<String> used = new TreeSet<>();
    for (Path path : paths) {
      String name = String.valueOf(path.getFileName());
      if (paths.stream().filter(other -> other.endsWith(name)).count() > 1) {
        throw new IllegalArgumentException(
            "films: several are named %s; expected another name for each: score them one after the other"
                .formatted(name));
      }
      String known = known(name);
      used.add(known);
      found.put(path, films.getOrDefault(known, FilmTruth.NOTHING));
    }
    List<String> problems = new ArrayList<>();
    for (String name : films.keySet()) {
      int count = count(name);
      if (count > 0 && !used.contains(name)) {
        problems.add(
            "%s: %s has %d event%s, and this film was not given: name it to score them"
                .formatted(file, name, count, count == 1 ? "" : "s"));
      }
    }
    return new Match(found, problems);
  }

  private int count(String name) {
    FilmTruth truth = films.getOrDefault(name, FilmTruth.NOTHING);
    return truth.framed().size() + truth.timed().size();
  }

  /** Returns the name in the file that means a film, or the film's own if none does. */
  private String known(String film) {
    if (films.containsKey(film)) {
      return film;
    }
    String stem = FilmName.stem(film);
    List<String> same =
        films.keySet().stream().filter(name -> FilmName.stem(name).equals(stem)).toList();
    if (same.size() > 1) {
      throw new IllegalArgumentException(
          "%s: film %s could be any of %s; expected its whole name: correct it there"
              .formatted(file, film, same));
    }
    return same.isEmpty() ? film : same.get(0);
  }
}
