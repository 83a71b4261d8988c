package org.macro2micro.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Corpus;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.LabelledClip;
import org.macro2micro.dataset.Problem.Action;

/** The layout of flow images with a list and two images for each clip, the rise and the fall. */
final class FlowPairs {
  static final String RISE = "onset-apex";
  static final String FALL = "apex-offset";

  private static final String LABELS = "labels.csv";
  private static final SheetColumns.Field BASE = SheetColumns.Field.of("database");
  private static final SheetColumns.Field SUBJECT = SheetColumns.Field.of("subject");
  private static final SheetColumns.Field CLIP = SheetColumns.Field.of("clip", "filename");
  private static final SheetColumns.Field LABEL = SheetColumns.Field.of("label", "emotion");

  private final SheetColumns list;
  private final Optional<Images> images;
  private final List<Problem> problems = new ArrayList<>();
  private final SortedMap<ClipId, Emotion> labels = new TreeMap<>();

  /** The images of rise and fall. */
  private record Images(FlowStep rise, FlowStep fall) {}

  private FlowPairs(SheetColumns list, Optional<Images> images) {
    this.list = list;
    this.images = images;
  }

  /** Whether the folder has a part that only this layout has. */
  static boolean isRoot(Path folder) {
    Listing listing = FolderSearch.listingOrNothing(folder);
    return listing.file(LABELS).isPresent() || listing.folder(RISE).isPresent();
  }

  static Inventory read(Path folder, Path root) throws DatasetException {
    Listing listing = FolderSearch.listing(FlowImageReader.DATABASE, root);
    Path labels = listing.file(LABELS).orElseThrow(() -> missing(LABELS, root));
    Path rise = listing.folder(RISE).orElseThrow(() -> missing(RISE, root));
    Path fall = listing.folder(FALL).orElseThrow(() -> missing(FALL, root));
    Images images = new Images(FlowStep.of(rise), FlowStep.of(fall));
    FlowPairs pairs = new FlowPairs(list(labels), Optional.of(images));
    Corpus corpus = pairs.corpus();
    return new Inventory(FlowImageReader.DATABASE, folder, corpus, pairs.problems);
  }

  /** Reads the list alone. */
  static Inventory readLabels(Path folder, Path root) throws DatasetException {
    Listing listing = FolderSearch.listing(FlowImageReader.DATABASE, root);
    Path labels = listing.file(LABELS).orElseThrow(() -> missing(LABELS, root));
    FlowPairs pairs = new FlowPairs(list(labels), Optional.empty());
    pairs.corpus();
    return Inventory.ofLabels(FlowImageReader.DATABASE, folder, pairs.labels, pairs.problems);
  }

  private static SheetColumns list(Path labels) throws DatasetException {
    return SheetColumns.find(
        labels, List.of(SheetTable.ofCsv(labels)), List.of(BASE, SUBJECT, CLIP, LABEL));
  }

  private static DatasetException missing(String part, Path root) {
    return new DatasetException(
        "mer-flow: " + part + " is missing",
        root,
        "labels.csv and the folders onset-apex and apex-offset beside each other",
        "Copy what is missing from where you have the rest.");
  }

  private Corpus corpus() {
    List<LabelledClip> clips = new ArrayList<>();
    Map<ClipId, Integer> seen = new LinkedHashMap<>();
    for (SheetTable.Row row : list.rows()) {
      String name = list.nameOf(row);
      try {
        ClipId id = id(row);
        name = id.toString();
        Integer first = seen.putIfAbsent(id, row.number());
        if (first != null) {
          throw new UnusableClipException(
              list.nameOf(row) + " names the clip again: row " + first + " is used");
        }
        for (String contradiction : list.contradictions(row)) {
          problems.add(new Problem(name, contradiction, Action.NOTED));
        }
        Emotion emotion = emotion(row);
        if (images.isPresent()) {
          clips.add(clip(id, emotion, images.get()));
        }
        labels.put(id, emotion);
      } catch (UnusableClipException e) {
        problems.add(new Problem(name, e.problem(), Action.LEFT_OUT));
      }
    }
    images.ifPresent(steps -> noteUnlisted(steps.rise(), seen.keySet()));
    return new Corpus(clips);
  }

  private ClipId id(SheetTable.Row row) throws UnusableClipException {
    String database =
        MicroNames.requireName("database", list.text(row, BASE)).toLowerCase(Locale.ROOT);
    String written = MicroNames.requireName("subject", list.text(row, SUBJECT));
    String subject = MicroNames.subject(database, written).orElse(written);
    String clip = MicroNames.requireName("clip", list.text(row, CLIP));
    return ClipId.of(database, subject, MicroNames.clip(database, subject, clip));
  }

  private Emotion emotion(SheetTable.Row row) throws UnusableClipException {
    String word = list.text(row, LABEL);
    return Emotion.parse(word)
        .orElseThrow(
            () ->
                new UnusableClipException(
                    "label \"%s\" is unknown: expected one of %s"
                        .formatted(
                            word, Arrays.stream(Emotion.values()).map(Emotion::word).toList())));
  }

  private static LabelledClip clip(ClipId id, Emotion emotion, Images images)
      throws UnusableClipException {
    List<Path> files = List.of(images.rise().image(id), images.fall().image(id));
    return new LabelledClip(FlowStep.clip(id, files), emotion);
  }

  private void noteUnlisted(FlowStep rise, Set<ClipId> listed) {
    int count = rise.countBut(listed);
    if (count > 0) {
      problems.add(
          new Problem(
              FlowImageReader.DATABASE,
              count + " images of " + rise.folder() + " are not in " + LABELS + " and take no part",
              Action.NOTED));
    }
  }
}
