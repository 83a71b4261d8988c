package org.macro2micro.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Where the parts of a CASME II download lie, from its outer or any inner folder. */
final class CasmeTwoFolders {
  private static final Set<String> FRAMES = Set.of("cropped", "casme2rawselected");
  private static final int DEPTH = 3;

  private CasmeTwoFolders() {}

  /** The editions of the coding sheet. */
  static SheetFiles sheets(Path folder) throws DatasetException {
    FolderSearch.requireFolder(CasmeTwoReader.DATABASE, folder);
    return SheetFiles.find(
            starts(folder),
            DEPTH,
            CasmeTwoFolders::isSubject,
            name -> name.startsWith("casme2coding"))
        .orElseThrow(
            () ->
                new DatasetException(
                    "casme2: the coding sheet is missing",
                    folder,
                    "CASME2-coding-20140508.xlsx or a later edition, CASME2-coding*.xlsx, here or up"
                        + " to 3 folders below",
                    "Copy the sheet from the download into this folder."));
  }

  /** The folder that holds sub01, sub02, ... */
  static Path frames(Path folder) throws DatasetException {
    for (Path start : starts(folder)) {
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
        "Unpack the frames into this folder, or count labels alone with data casme2 FOLDER"
            + " --no-frames.");
  }

  private static List<Path> starts(Path folder) {
    return FolderSearch.starts(
        folder, f -> FRAMES.contains(FolderSearch.plain(f)) || hasSubjects(f));
  }

  private static boolean isSubject(Path folder) {
    return FolderSearch.plain(folder).matches("sub\\d{1,3}");
  }

  private static boolean hasSubjects(Path folder) {
    return FolderSearch.children(folder).stream().anyMatch(CasmeTwoFolders::isSubject);
  }
}
