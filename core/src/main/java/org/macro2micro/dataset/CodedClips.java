package org.macro2micro.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.clip.Annotation;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Corpus;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.Frames;
import org.macro2micro.clip.LabelledClip;
import org.macro2micro.dataset.Problem.Action;

/** The clips of a {@link CodingSheet}, with their frames or from the sheet alone. */
final class CodedClips {
  private final CodingSheet coding;
  private final SheetColumns sheet;
  private final Optional<SubjectFolders> folders;
  private final List<Problem> problems;
  private final List<LabelledClip> clips = new ArrayList<>();
  private final SortedMap<ClipId, Annotation> annotations = new TreeMap<>();

  private CodedClips(CodingSheet coding, Optional<SubjectFolders> folders, List<Problem> problems) {
    this.coding = coding;
    this.sheet = coding.sheet();
    this.folders = folders;
    this.problems = problems;
  }

  /**
   * Reads all rows.
   *
   * @param folders where the frames lie; empty to read labels only
   * @param problems what is wrong is added here
   */
  static Inventory read(
      Path given, CodingSheet coding, Optional<SubjectFolders> folders, List<Problem> problems) {
    coding.unitsMissing().ifPresent(problems::add);
    CodedClips clips = new CodedClips(coding, folders, problems);
    clips.readRows();
    return folders.isEmpty()
        ? Inventory.ofAnnotations(coding.database(), given, clips.annotations, problems)
        : new Inventory(coding.database(), given, new Corpus(clips.clips), problems);
  }

  private void readRows() {
    Map<ClipId, SheetTable.Row> seen = new HashMap<>();
    for (SheetTable.Row row : sheet.rows()) {
      String name = sheet.nameOf(row);
      List<Problem> notes = new ArrayList<>();
      try {
        ClipId id = id(row, notes);
        name = id.toString();
        SheetTable.Row first = seen.putIfAbsent(id, row);
        if (first != null) {
          throw new UnusableClipException(repeats(first, row));
        }
        readClip(id, row, notes);
        problems.addAll(notes);
      } catch (UnusableClipException e) {
        problems.add(new Problem(name, e.problem(), Action.LEFT_OUT));
      } catch (IOException e) {
        problems.add(new Problem(name, "its files can't be read: " + e, Action.LEFT_OUT));
      }
    }
  }

  private ClipId id(SheetTable.Row row, List<Problem> notes)
      throws IOException, UnusableClipException {
    String database = coding.database();
    String written = sheet.text(row, CodingSheet.SUBJECT);
    String subject =
        MicroNames.subject(database, written)
            .orElseThrow(
                () ->
                    new UnusableClipException(
                        "subject \"" + written + "\" is not one: expected a number, such as 1"));
    String clip = sheet.text(row, CodingSheet.CLIP);
    Optional<DateName> date = DateName.of(clip);
    if (date.isPresent()) {
      String mended = date.get().clip(database, subject, folders);
      notes.add(
          new Problem(
              database + "/" + subject + "/" + mended,
              "%s names the clip \"%s\", which is a date that a spreadsheet program made of its name: %s is used"
                  .formatted(sheet.nameOf(row), clip, mended),
              Action.CORRECTED));
      clip = mended;
    }
    MicroNames.requireName("clip", clip);
    return ClipId.of(database, subject, MicroNames.clip(database, subject, clip));
  }

  private void readClip(ClipId id, SheetTable.Row row, List<Problem> notes)
      throws IOException, UnusableClipException {
    sheet.contradictions(row).forEach(c -> notes.add(new Problem(id.toString(), c, Action.NOTED)));
    Emotion emotion = coding.emotion(row);
    UnitText units = coding.units(row);
    units
        .problem(sheet.nameOf(row))
        .ifPresent(p -> notes.add(new Problem(id.toString(), p, Action.NOTED)));
    Annotation annotation = new Annotation(emotion, units.coding());
    FrameCodes.Notes taker = (action, text) -> notes.add(new Problem(id.toString(), text, action));
    FrameCodes codes = FrameCodes.of(coding.codes(row), taker);
    if (folders.isPresent()) {
      FrameFiles frames = FrameFiles.of(folders.get().clip(id));
      if (frames.count() == 0) {
        throw new UnusableClipException(
            "frame folder " + frames.folder() + " has no jpg, jpeg, png, bmp, tif or tiff images");
      }
      notes.addAll(frames.notes(id));
      FrameSpan span = FrameSpan.of(codes, frames, taker);
      clips.add(new LabelledClip(clip(id, frames, span), annotation));
    }
    annotations.put(id, annotation);
  }

  /** The clip of these frames, if none of those that matter is damaged. */
  static Clip clip(ClipId id, FrameFiles frames, FrameSpan span)
      throws IOException, UnusableClipException {
    if (span.onset() == span.offset()) {
      throw new UnusableClipException(
          "onset and offset are the same frame, %s: a micro-expression is a movement; expected at least 2 frames"
              .formatted(frames.files().get(span.onset())));
    }
    Optional<String> damage =
        frames.problem(span.onset(), span.apex().orElse(span.onset()), span.offset());
    if (damage.isPresent()) {
      throw new UnusableClipException(damage.get());
    }
    Frames files = new Frames(Frames.Content.FACE, frames.files());
    return new Clip(id, files, span.onset(), span.apex(), span.offset());
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
}
