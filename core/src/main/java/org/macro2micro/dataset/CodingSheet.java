package org.macro2micro.dataset;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.macro2micro.clip.Emotion;
import org.macro2micro.dataset.SheetColumns.Field;

/**
 * A sheet with a row for each clip: the person, the clip, its first and last frame, and what it
 * shows.
 *
 * @param database short name
 * @param sheet the rows
 * @param duration the column with the number of frames from onset to offset, where there is one
 */
record CodingSheet(String database, SheetColumns sheet, Optional<Field> duration) {
  static final Field SUBJECT = Field.of("Subject");
  static final Field CLIP = Field.of("Filename");
  static final Field ONSET = Field.of("OnsetFrame", "onset", "onsetf");
  static final Field APEX = Field.of("ApexFrame", "apex", "apexf");
  static final Field OFFSET = Field.of("OffsetFrame", "offset", "offsetf");
  static final Field EMOTION = Field.of("Estimated Emotion", "emotion");
  static final Field DURATION = Field.of("Duration");
  static final Field UNITS = Field.of("Action Units", "actionunit", "aus", "au");

  private static final List<Field> NEEDED = List.of(SUBJECT, CLIP, ONSET, APEX, OFFSET, EMOTION);

  /** Reads a sheet without a column of durations. */
  static CodingSheet of(String database, Path file) throws DatasetException {
    SheetColumns sheet = SheetColumns.find(file, SheetTable.of(file), NEEDED, List.of(UNITS));
    return new CodingSheet(database, sheet, Optional.empty());
  }

  /** Reads a sheet whose column of durations, if it has one, can mend an offset. */
  static CodingSheet withDuration(String database, Path file) throws DatasetException {
    SheetColumns sheet =
        SheetColumns.find(file, SheetTable.of(file), NEEDED, List.of(DURATION, UNITS));
    return new CodingSheet(
        database, sheet, Optional.of(DURATION).filter(sheet.places()::containsKey));
  }

  FrameCodes.Texts codes(SheetTable.Row row) {
    return new FrameCodes.Texts(
        sheet.text(row, ONSET),
        sheet.text(row, APEX),
        sheet.text(row, OFFSET),
        duration.map(field -> sheet.text(row, field)));
  }

  /** The action units of a row; of a sheet without such a column they are unknown. */
  UnitText units(SheetTable.Row row) {
    return UnitText.of(sheet.text(row, UNITS));
  }

  /** What to note if the sheet has no column of action units. */
  Optional<Problem> unitsMissing() {
    if (sheet.places().containsKey(UNITS)) {
      return Optional.empty();
    }
    return Optional.of(
        new Problem(
            database,
            "sheet %s has no column \"%s\": the action units of its clips are unknown"
                .formatted(sheet.file(), UNITS.title()),
            Problem.Action.NOTED));
  }

  Emotion emotion(SheetTable.Row row) throws UnusableClipException {
    String word = sheet.text(row, EMOTION);
    return Emotion.parse(word)
        .orElseThrow(
            () ->
                new UnusableClipException(
                    "emotion \"%s\" is unknown: expected one of %s"
                        .formatted(
                            word, Arrays.stream(Emotion.values()).map(Emotion::word).toList())));
  }
}
