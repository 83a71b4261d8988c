package org.macro2micro.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Corpus;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.LabelledClip;
import org.macro2micro.dataset.Problem.Action;

/** The layout of flow images with a list and two images a clip, the rise and the fall. */
final class FlowPairs {
  static final String RISE = "onset-apex";
  static final String FALL = "apex-offset";

  private static final String LABELS = "labels.csv";
  private static final SheetColumns.Field BASE = SheetColumns.Field.of("database");
  private static final SheetColumns.Field SUBJECT = SheetColumns.Field.of("subject");
  private static final SheetColumns.Field CLIP = SheetColumns.Field.of("clip", "filename");
  private static final SheetColumns.Field LABEL = SheetColumns.Field.of("label", "emotion");

  private final SheetColumns list;
  private final FlowStep rise;
  private final FlowStep fall;
  private final List<Problem> problems = new ArrayList<>();

  private FlowPairs(SheetColumns list, FlowStep rise, FlowStep fall) {
    this.list = list;
    this.rise = rise;
    this.fall = fall;
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
    SheetColumns list =
        SheetColumns.find(
            labels, List.of(SheetTable.ofCsv(labels)), List.of(BASE, SUBJECT, CLIP, LABEL));
    FlowPairs pairs = new FlowPairs(list, FlowStep.of(rise), FlowStep.of(fall));
    Corpus corpus = pairs.corpus();
    return new Inventory(FlowImageReader.DATABASE, folder, corpus, pairs.problems);
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
        clips.add(clip(id, row));
      } catch (UnusableClipException e) {
        problems.add(new Problem(name, e.problem(), Action.LEFT_OUT));
      }
    }
    noteUnlisted(rise.countBut(seen.keySet()));
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

  private LabelledClip clip(ClipId id, SheetTable.Row row) throws UnusableClipException {
    String word = list.text(row, LABEL);
    Emotion emotion =
        Emotion.parse(word)
            .orElseThrow(
                () ->
                    new UnusableClipException(
                        "label \"%s\" is unknown: expected one of %s"
                            .formatted(
                                word,
                                Arrays.stream(Emotion.values()).map(Emotion::word).toList())));
    return new LabelledClip(FlowStep.clip(id, List.of(rise.image(id), fall.image(id))), emotion);
  }

  private void noteUnlisted(int count) {
    if (count > 0) {
      problems.add(
          new Problem(
              FlowImageReader.DATABASE,
              count + " images of " + rise.folder() + " are not in " + LABELS + " and take no part",
              Action.NOTED));
    }
  }
}
