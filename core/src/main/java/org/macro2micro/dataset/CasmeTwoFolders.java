package org.macro2micro.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Where the parts of a CASME II download lie.
 *
 * @param sheet the coding sheet
 * @param otherSheets further editions of it, not used
 * @param frames the folder that holds sub01, sub02, ...
 */
record CasmeTwoFolders(Path sheet, List<Path> otherSheets, Path frames) {
  private static final Set<String> FRAMES = Set.of("cropped", "casme2rawselected");
  private static final int DEPTH = 3;

  /** Finds the parts from the outer or any inner folder of the download. */
  static CasmeTwoFolders find(Path folder) throws DatasetException {
    FolderSearch.requireFolder(CasmeTwoReader.DATABASE, folder);
    List<Path> starts =
        FolderSearch.starts(folder, f -> FRAMES.contains(FolderSearch.plain(f)) || hasSubjects(f));
    List<Path> sheets = sheets(folder, starts);
    Path sheet = sheets.get(0);
    return new CasmeTwoFolders(sheet, sheets.subList(1, sheets.size()), frames(folder, starts));
  }

  /** The editions in the nearest folder that has any, the latest by name first. */
  private static List<Path> sheets(Path folder, List<Path> starts) throws DatasetException {
    for (Path start : starts) {
      for (Path place : FolderSearch.below(start, DEPTH, CasmeTwoFolders::isSubject)) {
        List<Path> sheets =
            FolderSearch.listingOrNothing(place).files().stream()
                .filter(CasmeTwoFolders::isSheet)
                .sorted(Comparator.reverseOrder())
                .toList();
        if (!sheets.isEmpty()) {
          return sheets;
        }
      }
    }
    throw new DatasetException(
        "casme2: the coding sheet is missing",
        folder,
        "CASME2-coding-20140508.xlsx or a later edition, CASME2-coding*.xlsx, here or up to 3"
            + " folders below",
        "Copy the sheet from the download into this folder.");
  }

  private static Path frames(Path folder, List<Path> starts) throws DatasetException {
    for (Path start : starts) {
      List<Path> places = new ArrayList<>();
      for (Path place : FolderSearch.below(start, DEPTH, CasmeTwoFolders::isSubject)) {
        if (FRAMES.contains(FolderSearch.plain(place)) && hasSubjects(place)) {
          places.add(place);
        }
      }
      // "casme2rawselected" sorts before "cropped", and cropped faces are preferred.
      places.sort(Comparator.comparing((Path p) -> FolderSearch.plain(p)).reversed());
      if (!places.isEmpty()) {
        return places.get(0);
      }
      if (hasSubjects(start)) {
        return start;
      }
    }
    throw new DatasetException(
        "casme2: the frames are missing",
        folder,
        "a folder Cropped or CASME2_RAW_selected with sub01, sub02, ... in it",
        "Unpack the frames into this folder.");
  }

  private static boolean isSheet(Path file) {
    String name = FolderSearch.plain(file);
    return name.startsWith("casme2coding") && name.endsWith("xlsx") && !isLock(file);
  }

  /** Excel's mark that a sheet is open at the moment. */
  private static boolean isLock(Path file) {
    return Listing.nameOf(file).startsWith("~$");
  }

  private static boolean isSubject(Path folder) {
    return FolderSearch.plain(folder).matches("sub\\d{1,3}");
  }

  private static boolean hasSubjects(Path folder) {
    return FolderSearch.children(folder).stream().anyMatch(CasmeTwoFolders::isSubject);
  }
}
