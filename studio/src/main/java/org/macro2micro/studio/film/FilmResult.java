package org.macro2micro.studio.film;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macro2micro.base.WholeFile;

/**
 * What was found in a film. The process that decodes films writes it, and the service checks it
 * when it reads it.
 *
 * @param frames number of frames, at least 1
 * @param rate frames a second; their mean where the rate varies
 * @param regular whether the frames come at one rate
 * @param times when each frame is shown, in seconds
 * @param width of a frame in pixels
 * @param height of a frame in pixels
 * @param faceShare share of frames in which the face was seen, 0 to 1
 * @param speed frames looked at in a second of spotting
 * @param notes what a person should know, a sentence each
 * @param curve how much of the face comes and goes, one number a frame; null where nothing was
 *     measured
 * @param threshold above it the curve counts as a movement, one number a frame
 * @param labels the classes that the model names; the list is empty without a model
 * @param intervals in their order; they do not overlap
 */
public record FilmResult(
    int frames,
    double rate,
    boolean regular,
    List<Double> times,
    int width,
    int height,
    double faceShare,
    double speed,
    List<String> notes,
    List<@Nullable Double> curve,
    List<@Nullable Double> threshold,
    List<String> labels,
    List<Movement> intervals) {
  /** The name of its file. */
  public static final String FILE = "result.json";

  /** The size of the largest file that is read: 100 bytes for each of a million frames. */
  private static final long MOST_BYTES = 100_000_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  public FilmResult {
    times = List.copyOf(times);
    notes = List.copyOf(notes);
    labels = List.copyOf(labels);
    intervals = List.copyOf(intervals);
    // Lists with gaps can't be copied by List.copyOf.
    curve = Collections.unmodifiableList(curve);
    threshold = Collections.unmodifiableList(threshold);
    if (frames < 1
        || times.size() != frames
        || curve.size() != frames
        || threshold.size() != frames
        || !(rate > 0 && Double.isFinite(rate))
        || width < 1
        || height < 1) {
      throw new IllegalArgumentException(
          "result: %d frames of %dx%d at %s a second, %d times, curve of %d, threshold of %d; expected one time, one value of the curve and one threshold for each frame, and sizes and a rate above 0"
              .formatted(
                  frames, width, height, rate, times.size(), curve.size(), threshold.size()));
    }
    int free = 0;
    for (Movement movement : intervals) {
      if (movement.onset() < free || movement.offset() >= frames) {
        throw new IllegalArgumentException(
            "result: an interval of frames %d to %d; expected it within %d to %d"
                .formatted(movement.onset(), movement.offset(), free, frames - 1));
      }
      free = movement.offset() + 1;
    }
  }

  /**
   * A movement.
   *
   * @param onset first frame, from 0
   * @param apex frame of the largest movement, onset &lt;= apex &lt;= offset
   * @param offset last frame, itself part of it
   * @param strength how far the curve rises, in units of the threshold
   * @param label its class; null if it was not named
   * @param scores one number in [0, 1] a class; null if it was not named
   * @param movementMost movement of the last colour of its picture, in percent of the picture's
   *     side; null if it has no pictures
   */
  public record Movement(
      int onset,
      int apex,
      int offset,
      double strength,
      @Nullable String label,
      @Nullable Map<String, Double> scores,
      @Nullable Double movementMost) {
    public Movement {
      if (onset < 0 || apex < onset || offset < apex) {
        throw new IllegalArgumentException(
            "result: onset %d, apex %d, offset %d; expected 0 <= onset <= apex <= offset"
                .formatted(onset, apex, offset));
      }
      scores = scores == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    }
  }

  /** Writes the result to a file, whole or not at all. */
  public void write(Path file) throws IOException {
    WholeFile.write(file, JSON.writeValueAsBytes(this));
  }

  /**
   * Reads a result.
   *
   * @throws IOException if the file is missing or too large, or its numbers don't fit each other
   */
  public static FilmResult read(Path file) throws IOException {
    long bytes = Files.size(file);
    if (bytes > MOST_BYTES) {
      throw new IOException("result of %d bytes; expected at most %d".formatted(bytes, MOST_BYTES));
    }
    return JSON.readValue(Files.readAllBytes(file), FilmResult.class);
  }
}
