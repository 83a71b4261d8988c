package org.macro2micro.dataset;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.macro2micro.dataset.Problem.Action;

/**
 * The editions of a database's sheet that lie in one folder.
 *
 * @param used the latest by name
 * @param others the rest, not used
 */
record SheetFiles(Path used, List<Path> others) {
  private static final String WORKBOOK = "xlsx?";

  /**
   * Finds the editions in the nearest folder that has any workbook; if there is none anywhere, in
   * the nearest with a text that ends in csv.
   *
   * @param starts where to look, the folder asked for first
   * @param depth how many levels below each start
   * @param closed folders that are not looked into
   * @param plainName whether a name in {@link FolderSearch#plain(String) plain} form and without
   *     extension is the sheet's
   */
  static Optional<SheetFiles> find(
      List<Path> starts, int depth, Predicate<Path> closed, Predicate<String> plainName) {
    return find(starts, depth, closed, plainName, WORKBOOK)
        .or(() -> find(starts, depth, closed, plainName, "csv"));
  }

  private static Optional<SheetFiles> find(
      List<Path> starts,
      int depth,
      Predicate<Path> closed,
      Predicate<String> plainName,
      String ending) {
    for (Path start : starts) {
      for (Path place : FolderSearch.below(start, depth, closed)) {
        List<Path> sheets =
            FolderSearch.listingOrNothing(place).files().stream()
                .filter(file -> isSheet(file, plainName, ending))
                .sorted(Comparator.reverseOrder())
                .toList();
        if (!sheets.isEmpty()) {
          return Optional.of(new SheetFiles(sheets.get(0), sheets.subList(1, sheets.size())));
        }
      }
    }
    return Optional.empty();
  }

  /** Old workbooks count too: {@link SheetTable} says of them what has to be done. */
  private static boolean isSheet(Path file, Predicate<String> plainName, String ending) {
    String name = FolderSearch.plain(file);
    // Excel marks a sheet that is open at the moment by a file whose name begins so.
    return name.matches(".*" + ending)
        && !Listing.nameOf(file).startsWith("~$")
        && plainName.test(name.replaceAll(ending + "$", ""));
  }

  /** What to note about the editions that are not used. */
  List<Problem> notes(String database) {
    return others.stream()
        .map(
            other ->
                new Problem(
                    database,
                    "the sheet has several editions: " + used + " is used, not " + other,
                    Action.NOTED))
        .toList();
  }
}
