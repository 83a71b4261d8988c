package org.macro2micro.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * CASME II: spontaneous micro-expressions at 200 frames a second.
 *
 * <p>The sheet is the latest {@code CASME2-coding*.xlsx} by name. The frames are those in {@code
 * Cropped} if that folder exists, else those in {@code CASME2_RAW_selected}; the two are never
 * mixed, for a clip that shows a whole room beside clips that show a face would mislead a learner.
 * A clip's frames are all those of its folder; the raw folders begin before the onset.
 */
public final class CasmeTwoReader implements ClipReader {
  /** The database's short name. */
  public static final String DATABASE = "casme2";

  @Override
  public String database() {
    return DATABASE;
  }

  @Override
  public Inventory read(Path folder) throws DatasetException {
    SheetFiles sheets = CasmeTwoFolders.sheets(folder);
    Path frames = CasmeTwoFolders.frames(folder);
    return read(folder, sheets, Optional.of(SubjectFolders.of(DATABASE, frames)));
  }

  @Override
  public Inventory readLabels(Path folder) throws DatasetException {
    return read(folder, CasmeTwoFolders.sheets(folder), Optional.empty());
  }

  private static Inventory read(Path folder, SheetFiles sheets, Optional<SubjectFolders> frames)
      throws DatasetException {
    CodingSheet coding = CodingSheet.of(DATABASE, sheets.used());
    List<Problem> problems = new ArrayList<>(sheets.notes(DATABASE));
    return CodedClips.read(folder, coding, frames, problems);
  }
}
