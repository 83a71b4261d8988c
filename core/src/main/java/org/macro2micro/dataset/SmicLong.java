package org.macro2micro.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.LabelledClip;
import org.macro2micro.dataset.Problem.Action;
import org.macro2micro.dataset.SheetColumns.Field;

/**
 * SMIC's long form: the sheet has a row for each video, which shows one or two micro-expressions.
 * The second has the video's name followed by {@code _second}. The label is in the name.
 */
final class SmicLong {
  private static final Field CLIP = Field.of("Filename", "video", "clip");
  private static final Field ONSET = Field.of("OnsetF", "onset", "onsetframe");
  private static final Field OFFSET = Field.of("OffsetF", "offset", "offsetframe");
  private static final Field SECOND_ONSET = Field.of("Onset2F", "onset2");
  private static final Field SECOND_OFFSET = Field.of("Offset2F", "offset2");
  private static final String SECOND = "_second";

  private final SheetColumns sheet;
  private final List<Problem> problems;
  private final SortedMap<ClipId, Entry> entries = new TreeMap<>();

  /** An expression: the person, the video, and the place in it. */
  private record Entry(ClipId video, Emotion emotion, FrameCodes codes) {}

  private SmicLong(SheetColumns sheet, List<Problem> problems) {
    this.sheet = sheet;
    this.problems = problems;
  }

  /** Reads the sheet; what is wrong is added to {@code problems}. */
  static SmicLong read(Path file, List<Problem> problems) throws DatasetException {
    SheetColumns sheet =
        SheetColumns.find(
            file,
            SheetTable.of(file),
            List.of(CLIP, ONSET, OFFSET),
            List.of(SECOND_ONSET, SECOND_OFFSET));
    SmicLong clips = new SmicLong(sheet, problems);
    for (SheetTable.Row row : sheet.rows()) {
      clips.readRow(row);
    }
    return clips;
  }

  private void readRow(SheetTable.Row row) {
    String written = sheet.text(row, CLIP);
    String name = sheet.nameOf(row);
    try {
      String subject =
          MicroNames.subject(SmicReader.DATABASE, written.split("_", 2)[0])
              .orElseThrow(
                  () ->
                      new UnusableClipException(
                          "clip name \""
                              + written
                              + "\" can't be read: expected a name such as s01_ne_01"));
      ClipId video =
          ClipId.of(
              SmicReader.DATABASE,
              subject,
              MicroNames.clip(
                  SmicReader.DATABASE, subject, MicroNames.requireName("clip", written)));
      name = video.toString();
      Emotion emotion =
          SmicNames.emotion(video.name())
              .orElseThrow(
                  () ->
                      new UnusableClipException(
                          "clip name \"" + written + "\" has no ne, po or sur for its label"));
      add(video, new Entry(video, emotion, codes(row, ONSET, OFFSET)));
      if (!sheet.text(row, SECOND_ONSET).isEmpty() && isNumber(sheet.text(row, SECOND_ONSET))) {
        ClipId second = ClipId.of(SmicReader.DATABASE, subject, video.name() + SECOND);
        name = second.toString();
        add(second, new Entry(video, emotion, codes(row, SECOND_ONSET, SECOND_OFFSET)));
      }
    } catch (UnusableClipException e) {
      problems.add(new Problem(name, e.problem(), Action.LEFT_OUT));
    }
  }

  /** Rows without a second expression hold nothing there, a slash, or a zero. */
  private static boolean isNumber(String text) {
    return text.matches("0*[1-9]\\d*(?:\\.0*)?");
  }

  private void add(ClipId id, Entry entry) throws UnusableClipException {
    if (entries.putIfAbsent(id, entry) != null) {
      throw new UnusableClipException("the sheet names the clip again: its first row is used");
    }
  }

  private FrameCodes codes(SheetTable.Row row, Field onset, Field offset)
      throws UnusableClipException {
    String first = sheet.text(row, onset);
    String last = sheet.text(row, offset);
    FrameCodes codes =
        FrameCodes.of(
            new FrameCodes.Texts(first, first, last, Optional.empty()), (action, text) -> {});
    return new FrameCodes(codes.onset(), OptionalInt.empty(), codes.offset());
  }

  /** The labels, without a look at the frames. */
  SortedMap<ClipId, Emotion> labels() {
    SortedMap<ClipId, Emotion> labels = new TreeMap<>();
    entries.forEach((id, entry) -> labels.put(id, entry.emotion()));
    return labels;
  }

  /** The clips whose frames are there. */
  List<LabelledClip> withFrames(SubjectFolders folders) {
    List<LabelledClip> clips = new ArrayList<>();
    entries.forEach(
        (id, entry) -> {
          try {
            FrameFiles frames = FrameFiles.of(folders.clip(entry.video()));
            if (frames.count() == 0) {
              throw new UnusableClipException(
                  "frame folder "
                      + frames.folder()
                      + " has no jpg, jpeg, png, bmp, tif or tiff images");
            }
            List<Problem> notes = new ArrayList<>(frames.notes(id));
            FrameSpan span =
                FrameSpan.of(
                    entry.codes(),
                    frames,
                    (action, text) -> notes.add(new Problem(id.toString(), text, action)));
            clips.add(new LabelledClip(CodedClips.clip(id, frames, span), entry.emotion()));
            problems.addAll(notes);
          } catch (UnusableClipException e) {
            problems.add(new Problem(id.toString(), e.problem(), Action.LEFT_OUT));
          } catch (IOException e) {
            problems.add(
                new Problem(id.toString(), "its files can't be read: " + e, Action.LEFT_OUT));
          }
        });
    return clips;
  }
}
