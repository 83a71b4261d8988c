package org.macro2micro.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.clip.Annotation;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Corpus;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.Frames;
import org.macro2micro.clip.LabelledClip;
import org.macro2micro.clip.UnitCoding;
import org.macro2micro.dataset.Problem.Action;

/**
 * CK+: posed expressions that run from the neutral face to the peak. Onset is the first frame, apex
 * and offset are the last. A clip is named as its folder: {@code ckplus/S005/001}.
 *
 * <p>266 of the 593 sequences have no emotion label by the authors' design; they are counted in one
 * note. A label of 0, neutral, is listed and the sequence left out. Without the folder {@code FACS}
 * the action units of all sequences are unknown, which is noted.
 */
public final class CkPlusReader implements ClipReader {
  /** The database's short name. */
  public static final String DATABASE = "ckplus";

  private static final Set<String> IMAGES = Set.of("cohnkanadeimages");
  private static final Set<String> LABELS = Set.of("emotion", "emotionlabels");
  private static final Set<String> UNITS = Set.of("facs", "facslabels");
  private static final String SEQUENCE = "S\\d{3}/\\d{1,9}";
  private static final int DEPTH = 3;
  private static final int NAMED_IN_NOTE = 3;
  private static final String WITHOUT_IMAGES =
      "it has an emotion label, but its folder of images is missing";

  @Override
  public String database() {
    return DATABASE;
  }

  @Override
  public Inventory read(Path folder) throws DatasetException {
    FolderSearch.requireFolder(DATABASE, folder);
    Path images = part(folder, IMAGES, "cohn-kanade-images", "the image sequences");
    Path labelFolder = part(folder, LABELS, "Emotion", "the emotion labels");
    CkPlusLabels labels = labels(labelFolder);
    SortedMap<String, Path> sequences = sequences(images);
    if (sequences.isEmpty()) {
      throw new DatasetException(
          "ckplus: there are no image sequences: the database is empty",
          images,
          "folders such as S005/001 with images in them",
          "Unpack the images again.");
    }
    List<Problem> problems = new ArrayList<>();
    CkPlusUnits units = CkPlusUnits.of(find(folder, UNITS), problems);
    Corpus corpus = corpus(sequences, labels, units, problems);
    units.noteMissing(corpus.annotations().keySet(), problems);
    return new Inventory(DATABASE, folder, corpus, problems);
  }

  @Override
  public Inventory readLabels(Path folder) throws DatasetException {
    FolderSearch.requireFolder(DATABASE, folder);
    CkPlusLabels files = labels(part(folder, LABELS, "Emotion", "the emotion labels"));
    SortedMap<ClipId, Annotation> annotations = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    CkPlusUnits units = CkPlusUnits.of(find(folder, UNITS), problems);
    for (String name : files.bySequence().keySet()) {
      if (!name.matches(SEQUENCE)) {
        problems.add(
            new Problem(DATABASE, "folder " + name + " is not a sequence", Action.LEFT_OUT));
        continue;
      }
      ClipId id = ClipId.parse(DATABASE + "/" + name);
      try {
        Optional<Emotion> emotion = files.emotion(name);
        if (emotion.isPresent()) {
          annotations.put(id, new Annotation(emotion.get(), units.coding(id, problems)));
        }
      } catch (UnusableClipException e) {
        problems.add(new Problem(id.toString(), e.problem(), Action.LEFT_OUT));
      } catch (IOException e) {
        problems.add(new Problem(id.toString(), "its files can't be read: " + e, Action.LEFT_OUT));
      }
    }
    units.noteMissing(annotations.keySet(), problems);
    return Inventory.ofAnnotations(DATABASE, folder, annotations, problems);
  }

  private static Corpus corpus(
      SortedMap<String, Path> sequences,
      CkPlusLabels labels,
      CkPlusUnits units,
      List<Problem> problems) {
    List<LabelledClip> clips = new ArrayList<>();
    List<String> unlabelled = new ArrayList<>();
    sequences.forEach(
        (name, folder) -> {
          String clip = DATABASE + "/" + name;
          try {
            Optional<Emotion> emotion = labels.emotion(name);
            if (emotion.isEmpty()) {
              unlabelled.add(name);
            } else {
              Clip shown = clip(ClipId.parse(clip), folder, problems);
              Optional<UnitCoding> coding = units.coding(shown.id(), problems);
              clips.add(new LabelledClip(shown, new Annotation(emotion.get(), coding)));
            }
          } catch (UnusableClipException e) {
            problems.add(new Problem(clip, e.problem(), Action.LEFT_OUT));
          } catch (IOException e) {
            problems.add(new Problem(clip, "its files can't be read: " + e, Action.LEFT_OUT));
          }
        });
    if (!unlabelled.isEmpty()) {
      problems.add(0, unlabelledNote(unlabelled, sequences.size()));
    }
    labels.bySequence().keySet().stream()
        .filter(name -> !sequences.containsKey(name))
        .map(name -> new Problem(DATABASE + "/" + name, WITHOUT_IMAGES, Action.LEFT_OUT))
        .forEach(problems::add);
    return new Corpus(clips);
  }

  private static Clip clip(ClipId id, Path folder, List<Problem> problems)
      throws IOException, UnusableClipException {
    FrameFiles frames = FrameFiles.of(folder);
    if (frames.count() < 2) {
      throw new UnusableClipException(
          "sequence "
              + folder
              + " has "
              + frames.count()
              + " images, expected at least 2: the neutral face and the peak");
    }
    int last = frames.count() - 1;
    Optional<String> damage = frames.problem(0, last, last);
    if (damage.isPresent()) {
      throw new UnusableClipException(damage.get());
    }
    problems.addAll(frames.notes(id));
    Frames files = new Frames(Frames.Content.FACE, frames.files());
    return new Clip(id, files, 0, OptionalInt.of(last), last);
  }

  private static Problem unlabelledNote(List<String> unlabelled, int all) {
    int named = Math.min(NAMED_IN_NOTE, unlabelled.size());
    return new Problem(
        DATABASE,
        "%d of %d sequences have no emotion label and take no part (%s%s); in the full database 266 of 593 have none"
            .formatted(
                unlabelled.size(),
                all,
                String.join(", ", unlabelled.subList(0, named)),
                named < unlabelled.size() ? ", ..." : ""),
        Action.NOTED);
  }

  private static SortedMap<String, Path> sequences(Path images) {
    TreeMap<String, Path> sequences = new TreeMap<>();
    FolderSearch.children(images).stream()
        .filter(CkPlusReader::isSubject)
        .flatMap(subject -> FolderSearch.children(subject).stream())
        .filter(sequence -> Listing.nameOf(sequence).strip().matches("\\d{1,9}"))
        .forEach(sequence -> sequences.put(CkPlusLabels.sequenceName(sequence), sequence));
    return sequences;
  }

  private static CkPlusLabels labels(Path folder) throws DatasetException {
    try {
      return CkPlusLabels.of(folder);
    } catch (IOException e) {
      throw new DatasetException(
          "ckplus: the emotion labels can't be listed (" + e + ")",
          folder,
          "readable folders",
          "Check their permissions.");
    }
  }

  private static Path part(Path folder, Set<String> names, String name, String what)
      throws DatasetException {
    return find(folder, names)
        .orElseThrow(
            () ->
                new DatasetException(
                    "ckplus: " + what + " are missing",
                    folder,
                    "a folder "
                        + name
                        + " with S005, S010, ... in it, here or up to 3 folders below",
                    "Unpack them into this folder."));
  }

  private static Optional<Path> find(Path folder, Set<String> names) {
    return FolderSearch.starts(folder, CkPlusReader::isPart).stream()
        .flatMap(start -> FolderSearch.below(start, DEPTH, CkPlusReader::isSubject).stream())
        .filter(place -> names.contains(FolderSearch.plain(place)) && hasSubjects(place))
        .findFirst();
  }

  private static boolean isPart(Path folder) {
    String name = FolderSearch.plain(folder);
    return IMAGES.contains(name)
        || LABELS.contains(name)
        || name.equals("extendedcohnkanadeimages");
  }

  private static boolean isSubject(Path folder) {
    return Listing.nameOf(folder).strip().matches("(?i)s\\d{3}");
  }

  private static boolean hasSubjects(Path folder) {
    return FolderSearch.children(folder).stream().anyMatch(CkPlusReader::isSubject);
  }
}
