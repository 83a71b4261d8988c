package org.macro2micro.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.clip.FaceEvent;

/** An event is moved in the text of an export, as a person would in the tool. */
class HandEditingTest {
  @TempDir Path folder;

  /** The first event, from 1.2 to 1.6 s, now ends at 1.8 s. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BORIS | 1.6, | 1.8,",
        "EAF | TIME_VALUE=\"1600\" | TIME_VALUE=\"1800\"",
        "TEXTGRID | = 1.600 | = 1.800",
        "VTT | 00:00:01.600 | 00:00:01.800",
        "BIDS | 1.2000\t0.4000 | 1.2000\t0.6000",
        "LABEL_STUDIO | \"end\" : 41 | \"end\" : 46",
        "CSV | ,1.600000, | ,1.800000,"
      })
  void theReadingShowsIt(ExportFormat format, String before, String after) throws Exception {
    Path file = Export.write(format, List.of(SampleFilms.interview()), folder).get(0);
    String text = Files.readString(file);
    assertThat(text).contains(before.strip());
    Files.writeString(file, text.replace(before.strip(), after.strip()));
    AnnotationFile read = AnnotationFile.read(file);
    assertThat(read.films().get(read.films().firstKey()).get(0))
        .isEqualTo(
            SampleFilms.event(
                1.2, OptionalDouble.of(1.36), 1.8, FaceEvent.Kind.MICRO, "happiness", .8312));
  }
}
