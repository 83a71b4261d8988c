package org.macro2micro.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Corpus;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.Frames;
import org.macro2micro.clip.LabelledClip;
import org.macro2micro.dataset.Problem.Action;

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

  private static final SheetColumns.Field SUBJECT = SheetColumns.Field.of("Subject");
  private static final SheetColumns.Field CLIP = SheetColumns.Field.of("Filename");
  private static final SheetColumns.Field ONSET = SheetColumns.Field.of("OnsetFrame", "onset");
  private static final SheetColumns.Field APEX = SheetColumns.Field.of("ApexFrame", "apex");
  private static final SheetColumns.Field OFFSET = SheetColumns.Field.of("OffsetFrame", "offset");
  private static final SheetColumns.Field EMOTION =
      SheetColumns.Field.of("Estimated Emotion", "emotion");

  @Override
  public String database() {
    return DATABASE;
  }

  @Override
  public Inventory read(Path folder) throws DatasetException {
    CasmeTwoFolders places = CasmeTwoFolders.find(folder);
    SheetColumns sheet =
        SheetColumns.find(
            places.sheet(),
            SheetTable.ofWorkbook(places.sheet()),
            List.of(SUBJECT, CLIP, ONSET, APEX, OFFSET, EMOTION));
    List<Problem> problems = new ArrayList<>();
    for (Path other : places.otherSheets()) {
      problems.add(
          new Problem(
              DATABASE,
              "the sheet has several editions: " + places.sheet() + " is used, not " + other,
              Action.NOTED));
    }
    return new Inventory(
        DATABASE,
        folder,
        new Reading(sheet, subjects(places.frames()), problems).corpus(),
        problems);
  }

  /** The folder of each subject by its one name. */
  private static Subjects subjects(Path frames) throws DatasetException {
    Map<String, Path> folders = new TreeMap<>();
    for (Path folder : FolderSearch.listing(DATABASE, frames).folders()) {
      MicroNames.subject(DATABASE, Listing.nameOf(folder))
          .ifPresent(subject -> folders.putIfAbsent(subject, folder));
    }
    return new Subjects(frames, folders);
  }

  private record Subjects(Path frames, Map<String, Path> folders) {
    /** The folder of a clip's frames. */
    Path clip(ClipId id, String writtenName) throws IOException, UnusableClipException {
      Path subject = folders.get(id.subject().id());
      if (subject == null) {
        throw new UnusableClipException(
            "subject folder " + frames.resolve(id.subject().id()) + " is missing");
      }
      Listing listing = Listing.of(subject);
      Optional<Path> clip = listing.folder(writtenName).or(() -> listing.folder(id.name()));
      return clip.orElseThrow(
          () ->
              new UnusableClipException(
                  "frame folder " + subject + "/" + id.name() + " is missing"));
    }
  }

  private record Reading(SheetColumns sheet, Subjects subjects, List<Problem> problems) {
    Corpus corpus() {
      List<LabelledClip> clips = new ArrayList<>();
      Map<ClipId, SheetTable.Row> seen = new HashMap<>();
      for (SheetTable.Row row : sheet.rows()) {
        String name = sheet.nameOf(row);
        try {
          ClipId id = id(row);
          name = id.toString();
          SheetTable.Row first = seen.putIfAbsent(id, row);
          if (first != null) {
            throw new UnusableClipException(repeats(first, row));
          }
          clips.add(clip(id, row));
        } catch (UnusableClipException e) {
          problems.add(new Problem(name, e.problem(), Action.LEFT_OUT));
        } catch (IOException e) {
          problems.add(new Problem(name, "its files can't be read: " + e, Action.LEFT_OUT));
        }
      }
      return new Corpus(clips);
    }

    private ClipId id(SheetTable.Row row) throws UnusableClipException {
      String written = sheet.text(row, SUBJECT);
      String subject =
          MicroNames.subject(DATABASE, written)
              .orElseThrow(
                  () ->
                      new UnusableClipException(
                          "subject \"" + written + "\" is none: expected a number, such as 1"));
      String name = MicroNames.clip(DATABASE, subject, sheet.text(row, CLIP));
      return ClipId.of(DATABASE, subject, MicroNames.requireName("clip", name));
    }

    private LabelledClip clip(ClipId id, SheetTable.Row row)
        throws IOException, UnusableClipException {
      sheet
          .contradictions(row)
          .forEach(c -> problems.add(new Problem(id.toString(), c, Action.NOTED)));
      Emotion emotion = emotion(sheet.text(row, EMOTION));
      FrameFiles frames = FrameFiles.of(subjects.clip(id, sheet.text(row, CLIP)));
      if (frames.count() == 0) {
        throw new UnusableClipException(
            "frame folder " + frames.folder() + " has no jpg, jpeg, png or bmp images");
      }
      List<Problem> notes = new ArrayList<>(frames.notes(id));
      FrameSpan.Codes codes =
          new FrameSpan.Codes(
              sheet.text(row, ONSET), sheet.text(row, APEX), sheet.text(row, OFFSET));
      FrameSpan span =
          FrameSpan.of(
              codes, frames, (action, text) -> notes.add(new Problem(id.toString(), text, action)));
      Optional<String> damage =
          frames.problem(span.onset(), span.apex().orElse(span.onset()), span.offset());
      if (damage.isPresent()) {
        throw new UnusableClipException(damage.get());
      }
      problems.addAll(notes);
      Frames files = new Frames(Frames.Content.FACE, frames.files());
      return new LabelledClip(
          new Clip(id, files, span.onset(), span.apex(), span.offset()), emotion);
    }

    private String repeats(SheetTable.Row first, SheetTable.Row row) {
      boolean same = first.cells().equals(row.cells());
      return "%s names the clip again, with %s as row %d: row %d is used"
          .formatted(
              sheet.nameOf(row),
              same ? "the same codes" : "other codes",
              first.number(),
              first.number());
    }

    private static Emotion emotion(String word) throws UnusableClipException {
      return Emotion.parse(word)
          .orElseThrow(
              () ->
                  new UnusableClipException(
                      "emotion \"%s\" is unknown: expected one of %s"
                          .formatted(
                              word, Arrays.stream(Emotion.values()).map(Emotion::word).toList())));
    }
  }
}
