package org.macro2micro.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Corpus;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.LabelledClip;
import org.macro2micro.dataset.Problem.Action;

/**
 * STSTNet's public layout of flow images: a folder for each held-out subject with {@code u_train}
 * and {@code u_test} in it, and in each of these a folder for each class (0 negative, 1 positive, 2
 * surprise). Every clip is in exactly one {@code u_test}, so these folders together are the
 * database; {@code u_train} repeats them and isn't read.
 */
final class FlowFolds {
  static final String TRAIN = "u_train";
  static final String TEST = "u_test";

  private static final Map<String, Emotion> CLASSES =
      Map.of("0", Emotion.NEGATIVE, "1", Emotion.POSITIVE, "2", Emotion.SURPRISE);

  private final Map<ClipId, LabelledClip> clips = new LinkedHashMap<>();
  private final Map<ClipId, Path> seen = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private FlowFolds() {}

  /** Whether the folder is one held-out subject's. */
  static boolean isFold(Path folder) {
    return FolderSearch.listingOrNothing(folder).folder(TEST).isPresent();
  }

  /** Whether the folder holds subjects' folders. */
  static boolean isRoot(Path folder) {
    return FolderSearch.children(folder).stream().anyMatch(FlowFolds::isFold);
  }

  static Inventory read(Path folder, Path root) throws DatasetException {
    FlowFolds folds = new FlowFolds();
    for (Path subject : FolderSearch.listing(FlowImageReader.DATABASE, root).folders()) {
      folds.readSubject(subject);
    }
    if (folds.seen.isEmpty() && folds.problems.isEmpty()) {
      throw new DatasetException(
          "mer-flow: the u_test folders hold no images: the database is empty",
          root,
          "images such as sub01/u_test/1/sub01_EP02_01f.png",
          "Unpack the images again.");
    }
    Corpus corpus = new Corpus(List.copyOf(folds.clips.values()));
    return new Inventory(FlowImageReader.DATABASE, folder, corpus, folds.problems);
  }

  private void readSubject(Path folder) {
    Optional<Path> test = FolderSearch.listingOrNothing(folder).folder(TEST);
    if (test.isEmpty()) {
      leaveOut(folder, "subject folder " + folder + " has no folder u_test");
      return;
    }
    for (Path kind : FolderSearch.children(test.get())) {
      Emotion emotion = CLASSES.get(Listing.nameOf(kind).strip());
      if (emotion == null) {
        leaveOut(folder, "folder " + kind + " is not a class: expected 0, 1 or 2");
        continue;
      }
      for (Path file : FolderSearch.listingOrNothing(kind).files()) {
        if (ImageFile.hasImageName(file)) {
          readImage(Listing.nameOf(folder).strip(), file, emotion);
        }
      }
    }
  }

  private void readImage(String folder, Path file, Emotion emotion) {
    String name = folder + "/" + ImageFile.stem(file);
    try {
      ClipId id = id(folder, ImageFile.stem(file));
      name = id.toString();
      Path first = seen.putIfAbsent(id, file);
      if (first != null) {
        throw new UnusableClipException(
            "image " + file + " shows the clip again: " + first + " is used");
      }
      clips.put(id, new LabelledClip(FlowStep.clip(id, List.of(file)), emotion));
    } catch (UnusableClipException e) {
      problems.add(new Problem(name, e.problem(), Action.LEFT_OUT));
    }
  }

  private static ClipId id(String folder, String stem) throws UnusableClipException {
    String database =
        MicroNames.databaseOf(folder)
            .orElseThrow(
                () ->
                    new UnusableClipException(
                        "subject folder \""
                            + folder
                            + "\" does not belong to a known database: expected names such as sub01 (CASME II),"
                            + " s01 (SMIC) or 006 (SAMM)"));
    String subject = MicroNames.subject(database, folder).orElse(folder);
    int underscore = stem.indexOf('_');
    Optional<String> named =
        underscore < 1
            ? Optional.empty()
            : MicroNames.subject(database, stem.substring(0, underscore));
    if (!named.equals(Optional.of(subject))) {
      throw new UnusableClipException(
          "image \"" + stem + "\" does not begin with its folder's subject, " + subject + "_");
    }
    String clip = MicroNames.requireName("clip", stem.substring(underscore + 1));
    return ClipId.of(database, subject, MicroNames.clip(database, subject, clip));
  }

  private void leaveOut(Path subject, String problem) {
    problems.add(new Problem(Listing.nameOf(subject), problem, Action.LEFT_OUT));
  }
}
