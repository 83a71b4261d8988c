package org.macro2micro.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * SAMM: spontaneous micro-expressions at 200 frames a second, in grey.
 *
 * <p>{@code SAMM_Micro_FACS_Codes_v2.xlsx}, the latest by name, has a preface of any length above
 * its row of heads. The frames are in {@code 006/006_1_2/006_05562.jpg} and carry the numbers of
 * the sheet. A few rows of the official sheet have their apex behind their offset or a wrong digit
 * in an offset; its column of durations mends those that it can (see {@link FrameCodes}).
 */
public final class SammReader implements ClipReader {
  /** The database's short name. */
  public static final String DATABASE = "samm";

  private static final int DEPTH = 3;

  @Override
  public String database() {
    return DATABASE;
  }

  @Override
  public Inventory read(Path folder) throws DatasetException {
    SheetFiles sheets = sheets(folder);
    return read(folder, sheets, Optional.of(SubjectFolders.of(DATABASE, frames(folder))));
  }

  @Override
  public Inventory readLabels(Path folder) throws DatasetException {
    return read(folder, sheets(folder), Optional.empty());
  }

  private static Inventory read(Path folder, SheetFiles sheets, Optional<SubjectFolders> frames)
      throws DatasetException {
    CodingSheet coding = CodingSheet.withDuration(DATABASE, sheets.used());
    List<Problem> problems = new ArrayList<>(sheets.notes(DATABASE));
    return CodedClips.read(folder, coding, frames, problems);
  }

  private static SheetFiles sheets(Path folder) throws DatasetException {
    FolderSearch.requireFolder(DATABASE, folder);
    return SheetFiles.find(
            starts(folder),
            DEPTH,
            SammReader::isSubject,
            name -> name.startsWith("sammmicrofacscodes"))
        .orElseThrow(
            () ->
                new DatasetException(
                    "samm: the coding sheet is missing",
                    folder,
                    "SAMM_Micro_FACS_Codes_v2.xlsx or another edition, SAMM_Micro_FACS_Codes*.xlsx,"
                        + " here or up to 3 folders below",
                    "Copy the sheet from the download into this folder."));
  }

  private static Path frames(Path folder) throws DatasetException {
    for (Path start : starts(folder)) {
      for (Path place : FolderSearch.below(start, DEPTH, SammReader::isSubject)) {
        if (hasSubjects(place)) {
          return place;
        }
      }
    }
    throw new DatasetException(
        "samm: the frames are missing",
        folder,
        "folders such as 006/006_1_2 with frames in them, here or up to 3 folders below",
        "Unpack the frames into this folder, or count labels alone with data samm FOLDER"
            + " --no-frames.");
  }

  private static List<Path> starts(Path folder) {
    return FolderSearch.starts(folder, f -> FolderSearch.plain(f).equals("samm") || hasSubjects(f));
  }

  /** A person's number has three digits, or fewer if a tool dropped the zeros. */
  private static boolean isSubject(Path folder) {
    return Listing.nameOf(folder).strip().matches("\\d{1,3}");
  }

  private static boolean hasSubjects(Path folder) {
    return FolderSearch.children(folder).stream().anyMatch(SammReader::isSubject);
  }
}
