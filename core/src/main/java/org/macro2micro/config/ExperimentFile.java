package org.macro2micro.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macro2micro.catalog.Methods;
import org.macro2micro.catalog.UnitMethods;
import org.macro2micro.experiment.Row;
import org.macro2micro.method.MethodBlock;
import org.macro2micro.nn.ComputeDevice;

/**
 * An experiment with all its settings, bound and as they were written.
 *
 * @param settings bound
 * @param tree the same as names and values, for the run's record
 */
public record ExperimentFile(ExperimentSettings settings, Map<String, Object> tree) {
  /**
   * Defaults, overlaid by a file, overlaid by key=value pairs.
   *
   * @param assignments such as "micro.root=FOLDER"
   * @throws SettingsException if the file can't be read, or a key or value can't be used
   */
  public static ExperimentFile read(Path file, List<String> assignments) throws SettingsException {
    SettingsTree tree = SettingsTree.defaults();
    tree.overlay(file);
    return bind(tree, assignments);
  }

  /** The same with YAML text in place of a file; {@code source} names it in errors. */
  public static ExperimentFile parse(String source, String yaml, List<String> assignments)
      throws SettingsException {
    SettingsTree tree = SettingsTree.defaults();
    tree.overlay(source, yaml);
    return bind(tree, assignments);
  }

  /**
   * An experiment of one row: defaults, overlaid by a file, overlaid by key=value pairs.
   *
   * @param row terms of Eq. 8, or another method by name
   * @param file null for none
   */
  public static ExperimentFile ofRow(Row row, @Nullable Path file, List<String> assignments)
      throws SettingsException {
    SettingsTree tree = SettingsTree.defaults();
    if (file != null) {
      tree.overlay(file);
    }
    tree.set("rows=['" + row.toString().replace("'", "''") + "']");
    return bind(tree, assignments);
  }

  /**
   * Settings that were kept with a result, such as {@link #tree} gives them; what a later version
   * has added to them has its default.
   */
  public static ExperimentFile ofRecord(String source, Map<String, Object> tree)
      throws SettingsException {
    try {
      return parse(source, SettingsMapper.YAML.writeValueAsString(tree), List.of());
    } catch (JsonProcessingException e) {
      throw new SettingsException("%s: %s".formatted(source, e.getOriginalMessage()), e);
    }
  }

  /** The same experiment with the device that its networks compute on. */
  public ExperimentFile on(ComputeDevice device) throws SettingsException {
    if (settings.device() == device) {
      return this;
    }
    Map<String, Object> changed = new LinkedHashMap<>(tree);
    changed.put("device", device.name().toLowerCase(Locale.ROOT));
    return ofRecord("device", changed);
  }

  private static ExperimentFile bind(SettingsTree tree, List<String> assignments)
      throws SettingsException {
    for (String assignment : assignments) {
      tree.set(assignment);
    }
    ObjectNode root = tree.root();
    try {
      ObjectNode bindable = root.deepCopy();
      bindable.putPOJO(MethodBlocks.METHODS, MethodBlocks.of(root));
      ExperimentSettings bound =
          SettingsMapper.YAML.treeToValue(bindable, ExperimentSettings.class);
      // Every block is bound at once, so that a slip is told before anything runs.
      for (Methods method : Methods.values()) {
        MethodBlock block = bound.block(method.page().name());
        block.preprocess();
        method.page().maker().make(block);
      }
      for (UnitMethods method : UnitMethods.values()) {
        MethodBlock block = bound.block(method.page().name());
        block.preprocess();
        method.page().maker().make(block);
      }
      return new ExperimentFile(
          bound, SettingsMapper.YAML.convertValue(root, new TypeReference<>() {}));
    } catch (JsonProcessingException e) {
      throw new SettingsException("settings: " + SettingsMapper.message("", e), e);
    } catch (IllegalArgumentException e) {
      throw new SettingsException("settings: " + e.getMessage(), e);
    }
  }
}
