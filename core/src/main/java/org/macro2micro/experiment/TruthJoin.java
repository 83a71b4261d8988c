package org.macro2micro.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.metric.ScoredClip;

/** Puts truth and prediction together by clip id; order plays no part, and nothing may be amiss. */
final class TruthJoin {
  private static final int NAMED = 3;

  private TruthJoin() {}

  static List<ScoredClip> join(
      Row row, Map<ClipId, String> truth, Collection<Prediction> predictions) {
    Map<ClipId, Prediction> byId = new LinkedHashMap<>();
    List<ClipId> doubled = new ArrayList<>();
    for (Prediction prediction : predictions) {
      if (byId.put(prediction.id(), prediction) != null) {
        doubled.add(prediction.id());
      }
    }
    refuse(row, doubled, "predicted more than once", "each clip is tested in one fold only");
    refuse(
        row,
        byId.keySet().stream().filter(id -> !truth.containsKey(id)).toList(),
        "predicted but not part of the task",
        "predict only clips that the label scheme keeps");
    List<ScoredClip> joined = new ArrayList<>();
    List<ClipId> missing = new ArrayList<>();
    truth.forEach(
        (id, label) -> {
          Prediction prediction = byId.get(id);
          if (prediction == null) {
            missing.add(id);
          } else {
            joined.add(new ScoredClip(id, label, prediction.label()));
          }
        });
    refuse(row, missing, "without a prediction", "let every fold finish before scoring");
    return joined;
  }

  private static void refuse(Row row, List<ClipId> ids, String what, String cure) {
    if (!ids.isEmpty()) {
      String named = ids.stream().limit(NAMED).map(ClipId::toString).toList().toString();
      throw new IllegalArgumentException(
          "row \"%s\": %d clips %s, such as %s; %s".formatted(row, ids.size(), what, named, cure));
    }
  }
}
