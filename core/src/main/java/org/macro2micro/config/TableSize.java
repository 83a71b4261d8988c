package org.macro2micro.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.macro2micro.catalog.Methods;

/**
 * How large the networks of a table are and how long they train: settings of the same code, each
 * from a resource of its own.
 */
public enum TableSize {
  /** A few people and the smallest networks: shows that the way is free, not what a method can. */
  TINY,
  /** What two cores do in some hours. */
  SMALL,
  /** ResNet18 at its own width on 112x112 pixels: for the real databases. */
  FULL,
  /** For the composite task's clips as flow images of 28x28 pixels. */
  FLOW;

  private static final String OF_METHOD = "methods.";

  /**
   * The generated databases that go with a size.
   *
   * @param subjects people of each; 0 for the real numbers of people and clips
   * @param clips clips of each person; without meaning for the real numbers
   * @param frames frames of each clip
   * @param pixels width and height of a frame, which the face fills
   */
  public record LabChoice(int subjects, int clips, int frames, int pixels) {}

  /** The databases that the lab draws for this size. */
  public LabChoice lab() {
    try {
      return SettingsMapper.YAML.treeToValue(tree().path("lab"), LabChoice.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("the product's own " + resource(), e);
    }
  }

  /**
   * An experiment with this size's settings, overlaid by key=value pairs.
   *
   * @param method empty for the rows of the ablation; else a method that is prepared for as {@link
   *     MethodPreset} says, and in a small size as the size says for it, over the pairs: what is
   *     said of preprocess for all is not meant for a method with a preparation of its own
   * @param assignments pairs; one such as "methods.lbp-top.preprocess.size=64" is for that method
   *     alone and stands over all
   * @throws SettingsException if a key or value can't be used
   */
  public ExperimentFile experiment(String method, List<String> assignments)
      throws SettingsException {
    List<String> general = new ArrayList<>();
    List<String> own = new ArrayList<>();
    for (String assignment : assignments) {
      if (!assignment.startsWith(OF_METHOD)) {
        general.add(assignment);
        continue;
      }
      String[] parts = assignment.substring(OF_METHOD.length()).split("\\.", 2);
      if (parts.length < 2 || Methods.named(parts[0]).isEmpty()) {
        throw new SettingsException(
            "settings: \"%s\": expected methods.METHOD.KEY=VALUE with one of the methods that `macro2micro methods` lists"
                .formatted(assignment));
      }
      if (parts[0].equals(method)) {
        own.add(parts[1]);
      }
    }
    JsonNode tree = tree();
    List<String> presets = new ArrayList<>();
    if (!method.isEmpty()) {
      presets.add(MethodPreset.of(method));
      JsonNode node = tree.path("methods").path(method);
      presets.add(node.isMissingNode() ? "" : node.toString());
    }
    return ExperimentFile.parse(
        resource(), tree.path("settings").toString(), general, presets, own);
  }

  private String resource() {
    return "table-" + name().toLowerCase(Locale.ROOT) + ".yaml";
  }

  private JsonNode tree() {
    try (InputStream in = TableSize.class.getResourceAsStream(resource())) {
      if (in == null) {
        throw new IllegalStateException("the product's own " + resource() + " is missing");
      }
      return SettingsMapper.YAML.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the product's own " + resource(), e);
    }
  }
}
