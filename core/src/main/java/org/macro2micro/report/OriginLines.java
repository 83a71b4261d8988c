package org.macro2micro.report;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.macro2micro.experiment.Provenance;

/** A provenance as lines of a name and a value. */
public final class OriginLines {
  private OriginLines() {}

  public static List<Map.Entry<String, String>> of(Provenance provenance) {
    List<Map.Entry<String, String>> lines = new ArrayList<>();
    lines.add(Map.entry("macro2micro", provenance.productVersion()));
    lines.add(Map.entry("Java", provenance.javaVersion()));
    lines.add(Map.entry("Platform", provenance.platform()));
    provenance.libraries().forEach((name, version) -> lines.add(Map.entry(name, version)));
    lines.add(Map.entry("Networks computed on", provenance.device()));
    lines.add(Map.entry("Folds done by", provenance.workforce().toString()));
    lines.add(Map.entry("Started", provenance.start().truncatedTo(ChronoUnit.SECONDS).toString()));
    if (provenance.seconds() > 0) {
      lines.add(Map.entry("Took", NumberText.duration(provenance.seconds())));
    }
    lines.add(
        Map.entry(
            "Seeds",
            provenance.seeds().stream().map(String::valueOf).collect(Collectors.joining(", "))));
    provenance
        .dataDigests()
        .forEach((database, digest) -> lines.add(Map.entry("Data of " + database, digest)));
    return lines;
  }
}
