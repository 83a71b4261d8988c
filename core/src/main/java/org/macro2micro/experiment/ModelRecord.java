package org.macro2micro.experiment;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.base.WholeFile;

/**
 * What stands in JSON beside a model's weights: everything that is needed to predict with them, and
 * where they come from. Knows no clock, so the same training gives the same bytes.
 *
 * @param format {@link #FORMAT}
 * @param row the row of the table, such as "c+s": which terms the model was trained with
 * @param labels classes in the order of the model's scores
 * @param heldOut whom the model has not seen; empty if nobody was held out
 * @param settings every setting, preprocessing among them, as the run's record has them
 * @param origin where it comes from
 * @param key a digest of all that the weights depend on
 * @param weightsSha256 of the file of weights, as 64 hexadecimal digits
 */
@JsonPropertyOrder({
  "format",
  "row",
  "labels",
  "heldOut",
  "settings",
  "origin",
  "key",
  "weightsSha256"
})
public record ModelRecord(
    int format,
    Row row,
    List<String> labels,
    List<String> heldOut,
    Map<String, Object> settings,
    Origin origin,
    String key,
    String weightsSha256) {
  /** The format that this version writes and reads. */
  public static final int FORMAT = 2;

  /**
   * A {@link Provenance} without its times.
   *
   * @param productVersion version of this software
   * @param javaVersion version and vendor of the Java that trained it
   * @param platform operating system and processor
   * @param libraries versions of the libraries that numbers depend on
   * @param seeds the seeds of the run
   * @param dataDigests digests of the clips used, by database, and of the file of initial weights
   */
  public record Origin(
      String productVersion,
      String javaVersion,
      String platform,
      SortedMap<String, String> libraries,
      List<Long> seeds,
      SortedMap<String, String> dataDigests) {
    public Origin {
      libraries = Collections.unmodifiableSortedMap(new TreeMap<>(libraries));
      seeds = List.copyOf(seeds);
      dataDigests = Collections.unmodifiableSortedMap(new TreeMap<>(dataDigests));
    }

    /** Returns the origin of a run's models. */
    public static Origin of(Provenance run) {
      return new Origin(
          run.productVersion(),
          run.javaVersion(),
          run.platform(),
          run.libraries(),
          run.seeds(),
          run.dataDigests());
    }
  }

  public ModelRecord {
    labels = List.copyOf(labels);
    heldOut = List.copyOf(heldOut);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** Writes it whole or not at all. */
  public void write(Path json) throws IOException {
    WholeFile.write(json, RunJson.pretty(this));
  }

  /**
   * Reads it.
   *
   * @throws IOException if the file is missing, damaged or of a later format; the message says so
   */
  public static ModelRecord read(Path json) throws IOException {
    byte[] bytes = Files.readAllBytes(json);
    try {
      JsonNode tree = RunJson.parse(bytes);
      int format = tree.path("format").asInt();
      if (format != FORMAT) {
        throw new IOException(
            "found format %s, expected %d; train the model again, or use the version that wrote it"
                .formatted(tree.path("format"), FORMAT));
      }
      return RunJson.value(tree, ModelRecord.class);
    } catch (IOException e) {
      throw new IOException(
          "model %s: it can't be read as a model's record: %s".formatted(json, e.getMessage()), e);
    }
  }
}
