package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.macro2micro.base.Sha256;
import org.macro2micro.base.WholeFile;
import org.macro2micro.catalog.Methods;
import org.macro2micro.clip.Clip;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.config.SettingsException;
import org.macro2micro.dataset.OwnClips;
import org.macro2micro.experiment.ModelRecord;
import org.macro2micro.experiment.OnnxRecord;
import org.macro2micro.experiment.Row;
import org.macro2micro.method.Method;
import org.macro2micro.method.MethodPage;
import org.macro2micro.method.NetworkRecognizer;
import org.macro2micro.method.Recognizer;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.onnx.NoOnnxFormException;
import org.macro2micro.onnx.OnnxModel;
import org.macro2micro.onnx.OnnxSample;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.preprocess.PreparedClips;
import org.macro2micro.train.InputArray;

/**
 * A saved model as files that other software can run: the network as ONNX, and JSON that says how
 * its inputs are prepared.
 *
 * @param model what is exported
 * @param file such as my.onnx; my.onnx.json is written beside it
 */
public record OnnxExport(SavedModel model, Path file) {
  private static final String ONNX = ".onnx";

  /**
   * What was written.
   *
   * @param onnx the graph
   * @param json what must be known to run it
   * @param sample arrays of real clips; null if none were asked for
   * @param network the method's name
   * @param labels the classes
   * @param inputs the arrays that the graph takes
   * @param problems what was left out of the sample or noted, a line each
   */
  public record Outcome(
      Path onnx,
      Path json,
      @Nullable Path sample,
      String network,
      List<String> labels,
      List<InputArray> inputs,
      List<String> problems) {}

  /**
   * Writes the files.
   *
   * @param sample clips whose arrays and probabilities are written too, as my.onnx.npz; may be
   *     empty
   * @throws SettingsException if the model's method can't be exported, or the file's name is wrong;
   *     the message says which can
   * @throws IOException if a clip of the sample leads nowhere or a file can't be written
   */
  public Outcome write(List<Path> sample, RunListener listener)
      throws IOException, SettingsException {
    Path json = beside(".json");
    Row row = model.record().row();
    try (Recognizer recognizer = model.on(ComputeDevice.CPU).open()) {
      if (!(recognizer instanceof NetworkRecognizer network)) {
        throw refused("it is not one network of arrays", null);
      }
      List<InputArray> inputs = network.view().arrays(model.preparation());
      // A network without ONNX form is told before clips are prepared in vain, and clips that can't
      // be read before anything is written.
      byte[] graph = OnnxModel.of(network, inputs, Product.version(), notes(row));
      List<String> problems = new ArrayList<>();
      List<PreparedClip> clips =
          sample.isEmpty() ? List.of() : prepared(sample, problems, listener);
      WholeFile.write(file, graph);
      record(inputs, graph).write(json);
      Path arrays = clips.isEmpty() ? null : beside(".npz");
      if (arrays != null) {
        WholeFile.write(arrays, OnnxSample.of(network, inputs, clips));
      }
      String method = ExperimentSettings.pageOf(row).name();
      return new Outcome(file, json, arrays, method, model.record().labels(), inputs, problems);
    } catch (NoOnnxFormException e) {
      throw refused(String.valueOf(e.getMessage()), e);
    }
  }

  private SettingsException refused(String why, @Nullable Exception cause) {
    List<String> names =
        Arrays.stream(Methods.values())
            .map(Methods::page)
            .filter(page -> made(page).isExportable())
            .map(MethodPage::name)
            .toList();
    String message =
        "export: row %s has no ONNX form: %s; expected a model of one of these methods: %s (rows c, c+s and so on are %s)"
            .formatted(
                model.record().row(),
                why,
                String.join(", ", names),
                Methods.MACRO_TO_MICRO.page().name());
    return cause == null ? new SettingsException(message) : new SettingsException(message, cause);
  }

  private Method made(MethodPage page) {
    return page.maker().make(model.settings().block(page.name()));
  }

  private List<PreparedClip> prepared(List<Path> given, List<String> problems, RunListener listener)
      throws IOException, SettingsException {
    OwnClips.Found found = OwnClips.read(given);
    found.problems().forEach(problem -> problems.add(problem.toString()));
    Path cache = beside(".work");
    Files.createDirectories(cache);
    listener.begin("prepare clips", found.clips().size());
    PreparedClips pixels =
        PreparedClips.prepare(
            found.clips(),
            model.preparation(),
            cache,
            model.settings().memoryMib() / 2,
            (done, all) -> listener.done(done));
    pixels.unusable().values().forEach(message -> problems.add(message + " [left out]"));
    return found.clips().stream().map(Clip::id).filter(pixels::contains).map(pixels::get).toList();
  }

  private SortedMap<String, String> notes(Row row) {
    SortedMap<String, String> notes = new TreeMap<>();
    notes.put("row", row.toString());
    notes.put("labels", String.join(",", model.record().labels()));
    notes.put("weightsSha256", model.record().weightsSha256());
    return notes;
  }

  private OnnxRecord record(List<InputArray> inputs, byte[] graph) {
    ModelRecord record = model.record();
    MethodPage page = ExperimentSettings.pageOf(record.row());
    int classes = record.labels().size();
    return new OnnxRecord(
        OnnxRecord.FORMAT,
        new OnnxRecord.MethodWords(page.name(), page.title(), page.citation()),
        record.row(),
        record.labels(),
        inputs,
        new OnnxRecord.Output(
            OnnxModel.OUTPUT,
            List.of(InputArray.CLIPS, String.valueOf(classes)),
            "the classes' probabilities in the order of the labels; the greatest is the prediction"),
        preparation(record.settings(), page.name()),
        record.heldOut(),
        record.settings(),
        record.origin(),
        record.weightsSha256(),
        OnnxModel.OPERATOR_SET,
        Sha256.hex(graph));
  }

  /** The preparation of all methods, where the method's own does not say otherwise. */
  private static Map<String, Object> preparation(Map<String, Object> settings, String method) {
    Map<String, Object> preparation = new LinkedHashMap<>(below(settings, "preprocess"));
    preparation.putAll(below(below(below(settings, "methods"), method), "preprocess"));
    return preparation;
  }

  private static Map<String, Object> below(Map<String, Object> tree, String name) {
    Map<String, Object> found = new LinkedHashMap<>();
    if (tree.get(name) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> found.put(String.valueOf(key), value));
    }
    return found;
  }

  private Path beside(String ending) throws SettingsException {
    String name = String.valueOf(file.getFileName());
    if (!name.endsWith(ONNX) || name.equals(ONNX)) {
      throw new SettingsException("export: --onnx %s, expected FILE%s".formatted(file, ONNX));
    }
    // The whole name: MODEL.json is the record of MODEL.safetensors, which may lie there too.
    return file.resolveSibling(name + ending);
  }
}
