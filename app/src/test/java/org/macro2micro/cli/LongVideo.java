package org.macro2micro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A generated film of eight seconds, {@value #FRAMES} frames, with some blinks and one
 * micro-expression.
 *
 * @param onset first frame of the micro-expression
 * @param offset its last frame
 */
record LongVideo(Path file, int onset, int offset) {
  static final int FRAMES = 200;

  /** All formats of {@code --export}; of one film they make nine files. */
  static final String EXPORTS = "boris,eaf,textgrid,vtt,bids,label-studio,csv";

  /** Draws it into a folder. */
  static LongVideo draw(Path folder) throws IOException {
    Ran drawn =
        Ran.of(
            "lab",
            "video",
            folder.toString(),
            "--videos",
            "1",
            "--seconds",
            "8",
            "--fps",
            "25",
            "--picture",
            "240x180",
            "--seed",
            "8",
            "--json");
    assertThat(drawn.json().path("frames").asInt()).isEqualTo(FRAMES);
    String[] truth =
        Files.readAllLines(folder.resolve("truth.csv")).stream()
            .filter(line -> line.contains(",micro,"))
            .findFirst()
            .orElseThrow()
            .split(",", -1);
    return new LongVideo(
        folder.resolve("video001.avi"), Integer.parseInt(truth[1]), Integer.parseInt(truth[3]));
  }

  /** Returns the one interval that was found, whose apex lies in the micro-expression. */
  JsonNode requireFound(JsonNode video) {
    assertThat(video.path("intervals")).hasSize(1);
    JsonNode interval = video.path("intervals").get(0);
    assertThat(interval.path("apex").asInt()).isBetween(onset, offset);
    return interval;
  }

  /** Tells whether an exported file describes another one that stands beside it. */
  static boolean isDescription(Path export) {
    String name = String.valueOf(export.getFileName());
    return name.endsWith("_events.json") || name.endsWith(".xml");
  }
}
