package org.macro2micro.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macro2micro.experiment.Row;

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

  /** The same with further texts over the key=value pairs, and further pairs over those. */
  static ExperimentFile parse(
      String source,
      String yaml,
      List<String> assignments,
      List<String> further,
      List<String> furtherAssignments)
      throws SettingsException {
    SettingsTree tree = SettingsTree.defaults();
    tree.overlay(source, yaml);
    for (String assignment : assignments) {
      tree.set(assignment);
    }
    for (String layer : further) {
      tree.overlay(source, layer);
    }
    return bind(tree, furtherAssignments);
  }

  /**
   * An experiment of one row: prepared for as {@link MethodPreset} says, overlaid by a file,
   * overlaid by key=value pairs.
   *
   * @param row terms of Eq. 8, or another method by name
   * @param file null for none
   */
  public static ExperimentFile ofRow(Row row, @Nullable Path file, List<String> assignments)
      throws SettingsException {
    SettingsTree tree = SettingsTree.defaults();
    tree.overlay("methods.yaml", MethodPreset.of(row.toString()));
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

  private static ExperimentFile bind(SettingsTree tree, List<String> assignments)
      throws SettingsException {
    for (String assignment : assignments) {
      tree.set(assignment);
    }
    try {
      ExperimentSettings settings =
          SettingsMapper.YAML.treeToValue(tree.root(), ExperimentSettings.class);
      settings.method();
      return new ExperimentFile(
          settings, SettingsMapper.YAML.convertValue(tree.root(), new TypeReference<>() {}));
    } catch (UnrecognizedPropertyException e) {
      throw new SettingsException(
          "settings: unknown key \"%s\"; known there: %s"
              .formatted(path(e), e.getKnownPropertyIds()),
          e);
    } catch (ValueInstantiationException e) {
      String cause = e.getCause() == null ? e.getOriginalMessage() : e.getCause().getMessage();
      throw new SettingsException("settings: %s: %s".formatted(path(e), cause), e);
    } catch (JsonMappingException e) {
      throw new SettingsException("settings: %s: %s".formatted(path(e), e.getOriginalMessage()), e);
    } catch (JsonProcessingException e) {
      throw new SettingsException("settings: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new SettingsException("settings: " + e.getMessage(), e);
    }
  }

  private static String path(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "the whole" : path;
  }
}
