package org.macro2micro.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.macro2micro.dataset.SmicReader.Camera;

/** Where the parts of a SMIC download lie, from its outer or any inner folder. */
final class SmicFolders {
  static final String MICRO = "micro";

  private static final int DEPTH = 3;

  private SmicFolders() {}

  /** The folder of the people of the cropped form, if it is here. */
  static Optional<Path> cropped(Camera camera, Path folder) throws DatasetException {
    FolderSearch.requireFolder(SmicReader.DATABASE, folder);
    Set<String> names = Set.of(camera.word());
    return find(folder, names, f -> hasSubjects(f, SmicFolders::isCropped))
        .or(
            () ->
                Optional.of(folder)
                    .filter(f -> isNameless(f) && hasSubjects(f, SmicFolders::isCropped)));
  }

  /** The folder of the people of the long form. */
  static Path longFrames(Camera camera, Path folder) throws DatasetException {
    return find(folder, longNames(camera), f -> hasSubjects(f, s -> true))
        .orElseThrow(
            () ->
                new DatasetException(
                    camera.shortName() + ": the frames are missing",
                    folder,
                    "a folder SMIC_" + camera + "_E with s01, s02, ... beside or below the sheet",
                    "Unpack the frames into this folder, or count labels alone with data "
                        + camera.shortName()
                        + " FOLDER --no-frames."));
  }

  /** The sheet of the long form, which only that has. */
  static SheetFiles sheets(Camera camera, Path folder) throws DatasetException {
    Set<String> names = longNames(camera);
    List<Path> starts = FolderSearch.starts(folder, f -> names.contains(FolderSearch.plain(f)));
    String word = "smic" + camera.word();
    return SheetFiles.find(starts, DEPTH, SmicFolders::isSubject, name -> name.startsWith(word))
        .orElseThrow(
            () ->
                new DatasetException(
                    camera.shortName() + ": neither of the two forms is here",
                    folder,
                    "a folder "
                        + camera
                        + " with s1/micro/negative, s1/micro/positive, ... in it (cropped form), or"
                        + " a sheet SMIC-"
                        + camera
                        + "-E*.xlsx with SMIC_"
                        + camera
                        + "_E/s01, ... (long form), here or up to 3 folders below",
                    "Point to the folder that holds these; other cameras are smic (HS), smic-vis and"
                        + " smic-nir."));
  }

  private static Set<String> longNames(Camera camera) {
    return Set.of(camera.word() + "long", "smic" + camera.word() + "e");
  }

  private static Optional<Path> find(Path folder, Set<String> names, Predicate<Path> holds) {
    return FolderSearch.starts(folder, f -> names.contains(FolderSearch.plain(f))).stream()
        .flatMap(start -> FolderSearch.below(start, DEPTH, SmicFolders::isSubject).stream())
        .filter(place -> names.contains(FolderSearch.plain(place)) && holds.test(place))
        .findFirst();
  }

  /**
   * Returns whether a folder's name does not mention a camera, so that it may be a copy of any
   * part.
   */
  private static boolean isNameless(Path folder) {
    String name = FolderSearch.plain(folder.toAbsolutePath().normalize());
    return !name.equals("hs") && !name.equals("vis") && !name.equals("nir");
  }

  private static boolean isSubject(Path folder) {
    return Listing.nameOf(folder).strip().matches("(?i)s\\d{1,2}");
  }

  private static boolean isCropped(Path subject) {
    return FolderSearch.listingOrNothing(subject).folder(MICRO).isPresent();
  }

  private static boolean hasSubjects(Path folder, Predicate<Path> form) {
    return FolderSearch.children(folder).stream().anyMatch(f -> isSubject(f) && form.test(f));
  }
}
