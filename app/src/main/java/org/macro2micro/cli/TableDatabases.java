package org.macro2micro.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the databases of a table are, and which of them the lab draws. */
final class TableDatabases {
  private static final String ALL = "casme2,smic,samm,ckplus,mmi";

  @Option(names = "--casme2", paramLabel = "DIR", description = "CASME II as its owners ship it")
  private @Nullable Path casme2;

  @Option(names = "--smic", paramLabel = "DIR", description = "SMIC")
  private @Nullable Path smic;

  @Option(names = "--samm", paramLabel = "DIR", description = "SAMM")
  private @Nullable Path samm;

  @Option(names = "--ckplus", paramLabel = "DIR", description = "CK+")
  private @Nullable Path ckplus;

  @Option(names = "--mmi", paramLabel = "DIR", description = "MMI")
  private @Nullable Path mmi;

  @Option(
      names = "--flow",
      paramLabel = "DIR",
      description = {
        "Table 5 on ready flow images of the composite task: all six rows of Table 3 and the methods",
        "that take flow; the lab draws the macro clips that are not given"
      })
  private @Nullable Path flow;

  @Option(
      names = "--lab",
      arity = "0..1",
      split = ",",
      paramLabel = "DATABASE",
      fallbackValue = ALL,
      description = {
        "the lab draws the databases that are not given, or of them only those named:",
        "--lab=casme2,ckplus"
      })
  private List<String> lab = new ArrayList<>();

  /** Whether ready flow images are given. */
  boolean flow() {
    return flow != null;
  }

  /** The folders given, by database. */
  Map<String, Path> roots() {
    Map<String, Path> roots = new LinkedHashMap<>();
    put(roots, "casme2", casme2);
    put(roots, "smic", smic);
    put(roots, "samm", samm);
    put(roots, "ckplus", ckplus);
    put(roots, "mmi", mmi);
    put(roots, "mer-flow", flow);
    return roots;
  }

  /**
   * The databases that the lab draws where they are not given; flow images without any macro clips
   * get those of CK+.
   *
   * @throws InputException if the lab draws no database of a name that was asked for
   */
  Set<String> drawn() throws InputException {
    List<String> known = List.of(ALL.split(",", -1));
    for (String database : lab) {
      if (!known.contains(database)) {
        throw new InputException(
            "table: --lab=%s, expected some of %s, joined by commas".formatted(database, ALL));
      }
    }
    boolean unguided = flow != null && ckplus == null && mmi == null && lab.isEmpty();
    return unguided ? Set.of("ckplus") : Set.copyOf(lab);
  }

  private static void put(Map<String, Path> roots, String database, @Nullable Path root) {
    if (root != null) {
      roots.put(database, root);
    }
  }
}
