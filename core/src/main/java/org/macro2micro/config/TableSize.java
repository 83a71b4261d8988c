package org.macro2micro.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.macro2micro.base.OwnResource;

/**
 * How large the networks of a table are and how long they train: settings of the same code, each
 * from a resource of its own.
 */
public enum TableSize {
  /**
   * A few people and the smallest networks. This shows that everything runs, not what a method can
   * do.
   */
  TINY,
  /** As much as two cores can do in some hours. */
  SMALL,
  /** ResNet18 at its own width on 112x112 pixels, for the real databases. */
  FULL,
  /** The size for the composite task's clips as flow images of 28x28 pixels. */
  FLOW;

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
      throw new UncheckedIOException("cannot read the built-in " + resource(), e);
    }
  }

  /**
   * An experiment with this size's settings, overlaid by key=value pairs.
   *
   * @throws SettingsException if a key or value can't be used
   */
  public ExperimentFile experiment(List<String> assignments) throws SettingsException {
    return ExperimentFile.parse(resource(), tree().path("settings").toString(), assignments);
  }

  private String resource() {
    return "table-" + name().toLowerCase(Locale.ROOT) + ".yaml";
  }

  private JsonNode tree() {
    try {
      return SettingsMapper.YAML.readTree(OwnResource.bytes(TableSize.class, resource()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the built-in " + resource(), e);
    }
  }
}
