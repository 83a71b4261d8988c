package org.macro2micro.dataset;

import java.nio.file.Path;
import java.util.List;
import org.macro2micro.clip.Corpus;

/**
 * What a reader found.
 *
 * @param database the reader's database
 * @param folder the folder that was read, as the user gave it
 * @param corpus the usable clips
 * @param problems everything corrected, left out or noted, in the order it was met
 */
public record Inventory(String database, Path folder, Corpus corpus, List<Problem> problems) {
  public Inventory {
    problems = List.copyOf(problems);
  }
}
