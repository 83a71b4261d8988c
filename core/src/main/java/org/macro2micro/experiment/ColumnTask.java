package org.macro2micro.experiment;

import java.util.List;

/**
 * How a column of the paper's tables was asked: everything that its head must tell.
 *
 * @param key its databases
 * @param generated those databases of the key that the lab drew, by short name; every head that
 *     names one says so
 * @param scheme short name of the label scheme, such as "cde"
 * @param labels the task's classes in their order
 * @param selection which epoch's model the scores speak of
 */
public record ColumnTask(
    ColumnKey key,
    List<String> generated,
    String scheme,
    List<String> labels,
    ModelSelection selection) {
  public ColumnTask {
    generated = List.copyOf(generated);
    labels = List.copyOf(labels);
    for (String database : generated) {
      if (!key.micro().contains(database) && !key.macro().equals(database)) {
        throw new IllegalArgumentException(
            "column %s: generated database \"%s\" does not belong to the column"
                .formatted(key, database));
      }
    }
  }

  /** Whether a tested clip may show a face that the lab drew; if not, at most the guide does. */
  public boolean testsGenerated() {
    return key.micro().stream().anyMatch(generated::contains);
  }
}
