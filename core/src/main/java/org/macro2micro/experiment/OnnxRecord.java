package org.macro2micro.experiment;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macro2micro.base.WholeFile;
import org.macro2micro.train.InputArray;

/**
 * What stands in JSON beside an exported model: what somebody must know who runs it without this
 * software.
 *
 * @param format {@link #FORMAT}
 * @param method what was learnt, in words
 * @param row the row of the table, such as "c+s"
 * @param labels classes in the order of the output's second axis
 * @param inputs the arrays that the graph takes, float32
 * @param output the only array that it gives
 * @param preprocess how clips become pixels, by the names of the settings
 * @param heldOut whom the model has not seen; empty if nobody was held out
 * @param settings every setting of the training
 * @param origin where the model comes from
 * @param weightsSha256 of the file of weights that was exported, as 64 hexadecimal digits
 * @param operatorSet version of ONNX's operators
 * @param onnxSha256 of the ONNX file
 */
@JsonPropertyOrder({
  "format",
  "method",
  "row",
  "labels",
  "inputs",
  "output",
  "preprocess",
  "heldOut",
  "settings",
  "origin",
  "weightsSha256",
  "operatorSet",
  "onnxSha256"
})
public record OnnxRecord(
    int format,
    MethodWords method,
    Row row,
    List<String> labels,
    List<InputArray> inputs,
    Output output,
    Map<String, Object> preprocess,
    List<String> heldOut,
    Map<String, Object> settings,
    ModelRecord.Origin origin,
    String weightsSha256,
    int operatorSet,
    String onnxSha256) {
  /** The format that this version writes. */
  public static final int FORMAT = 1;

  /**
   * A method's description.
   *
   * @param name as settings know it
   * @param title what it is, in a line
   * @param citation where it comes from
   */
  public record MethodWords(String name, String title, String citation) {}

  /**
   * What the graph gives.
   *
   * @param name of the array
   * @param sides its shape
   * @param holds what it is
   */
  public record Output(String name, List<String> sides, String holds) {
    public Output {
      sides = List.copyOf(sides);
    }
  }

  public OnnxRecord {
    labels = List.copyOf(labels);
    inputs = List.copyOf(inputs);
    preprocess = Collections.unmodifiableMap(new LinkedHashMap<>(preprocess));
    heldOut = List.copyOf(heldOut);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** Writes it whole or not at all. */
  public void write(Path json) throws IOException {
    WholeFile.write(json, RunJson.pretty(this));
  }
}
