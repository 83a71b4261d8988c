package org.macro2micro.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where the databases of a table are, and which of them the lab draws. */
final class TableDatabases {
  private static final String ALL = "casme2,smic,samm,ckplus,mmi";

  @Option(
      names = "--casme2",
      paramLabel = "DIR",
      description = "Folder of CASME II, as its owners ship it.")
  private @Nullable Path casme2;

  @Option(names = "--smic", paramLabel = "DIR", description = "Folder of SMIC.")
  private @Nullable Path smic;

  @Option(names = "--samm", paramLabel = "DIR", description = "Folder of SAMM.")
  private @Nullable Path samm;

  @Option(names = "--ckplus", paramLabel = "DIR", description = "Folder of CK+.")
  private @Nullable Path ckplus;

  @Option(names = "--mmi", paramLabel = "DIR", description = "Folder of MMI.")
  private @Nullable Path mmi;

  @Option(
      names = "--flow",
      paramLabel = "DIR",
      description =
          "Folder of the composite task as flow images, for Table 5 with all six rows of Table 3 and"
              + " the methods that take flow. The lab draws the macro clips that are not given.")
  private @Nullable Path flow;

  @Option(
      names = "--lab",
      arity = "0..1",
      split = ",",
      paramLabel = "DATABASE",
      fallbackValue = ALL,
      description =
          "Let the lab draw the databases that are not given, or only those of them that are named, as"
              + " in --lab=casme2,ckplus.")
  private List<String> lab = new ArrayList<>();

  /** Returns whether ready flow images are given. */
  boolean flow() {
    return flow != null;
  }

  /** Returns the folders given, by database. */
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
   * Returns the databases that the lab draws where they are not given. Flow images without any
   * macro clips get those of CK+.
   *
   * @throws InputException if the lab can't draw a database of a name that was asked for
   */
  Set<String> drawn() throws InputException {
    List<String> known = List.of(ALL.split(",", -1));
    for (String database : lab) {
      if (!known.contains(database)) {
        throw new InputException(
            "table: --lab=%s, expected one or more of %s, joined by commas"
                .formatted(database, ALL));
      }
    }
    for (String database : lab.size() == known.size() ? List.<String>of() : lab) {
      if (roots().containsKey(database)) {
        throw new InputException(
            "table: --lab=%s and --%s name the same database; leave one of them out"
                .formatted(database, database));
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
