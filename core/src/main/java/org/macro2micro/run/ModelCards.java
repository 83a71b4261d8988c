package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.catalog.Databases;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Subject;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.experiment.ModelRecord;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.RowScores;
import org.macro2micro.method.MethodPage;
import org.macro2micro.report.model.LearntData;
import org.macro2micro.report.model.ModelCard;
import org.macro2micro.train.Example;

/** Writes the cards of an experiment's models. */
final class ModelCards {
  private final TrainingAssembly assembly;

  /**
   * @param assembly what the models learn from
   */
  ModelCards(TrainingAssembly assembly) {
    this.assembly = assembly;
  }

  /**
   * Writes the card of a model beside it.
   *
   * @param weights MODEL.safetensors
   * @param record what lies beside the weights
   * @param training the micro clips that it has learnt from
   * @param measured scores of models trained like it, if they were measured
   */
  void write(
      Path weights, ModelRecord record, Collection<ClipId> training, Optional<RowScores> measured)
      throws IOException {
    ExperimentSettings settings = assembly.settings();
    MethodPage page = ExperimentSettings.pageOf(record.row());
    String file = String.valueOf(weights.getFileName()).replaceFirst("\\.safetensors$", "");
    new ModelCard(
            file,
            "It is %s (%s), row %s.".formatted(page.title(), page.citation(), record.row()),
            record,
            data(record.row(), training),
            settings.selection().head(),
            measured)
        .write(ModelCard.beside(weights));
  }

  private List<LearntData> data(Row row, Collection<ClipId> training) {
    ExperimentSettings settings = assembly.settings();
    List<LearntData> data = new ArrayList<>();
    data.add(learnt(assembly.micro(row), training, settings.micro().lab() != null));
    assembly
        .macro(row)
        .ifPresent(
            teacher ->
                data.add(
                    learnt(
                        teacher.source(),
                        teacher.guide().examples().examples().stream().map(Example::id).toList(),
                        settings.macro().lab() != null)));
    return data;
  }

  private static LearntData learnt(
      ClipSource source, Collection<ClipId> training, boolean isGenerated) {
    Map<ClipId, String> truth = source.truth();
    SortedMap<String, Integer> clips = new TreeMap<>();
    Set<Subject> people = new HashSet<>();
    for (ClipId id : training) {
      people.add(id.subject());
      clips.merge(String.valueOf(truth.get(id)), 1, Integer::sum);
    }
    return new LearntData(Databases.byName(source.database()), isGenerated, people.size(), clips);
  }
}
