package org.macro2micro.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.LabelScheme;
import org.macro2micro.clip.Subject;

/**
 * An inventory in numbers. The component names are the keys of the JSON that {@code macro2micro
 * data} prints.
 *
 * @param database the reader's database
 * @param clips number of usable clips
 * @param subjects number of people in them
 * @param labels number of clips of each of the database's own emotions that occurs
 * @param scheme the same under a label scheme, or null if none was asked for
 * @param units in how many clips which action units were seen
 * @param problems everything corrected, left out or noted
 */
public record InventoryCounts(
    String database,
    int clips,
    int subjects,
    Map<String, Integer> labels,
    @Nullable SchemeCounts scheme,
    UnitCounts units,
    List<Problem> problems) {
  /**
   * What takes part under a label scheme.
   *
   * @param name the scheme's name
   * @param clips number of clips that take part
   * @param subjects number of people in them
   * @param labels number of clips of each of the scheme's classes, also of those with none
   */
  public record SchemeCounts(String name, int clips, int subjects, Map<String, Integer> labels) {
    public SchemeCounts {
      labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    /** Counts clips under a scheme. */
    public static SchemeCounts of(SortedMap<ClipId, Emotion> clips, LabelScheme scheme) {
      Map<ClipId, String> truth = scheme.truth(clips);
      Map<String, Integer> labels = new LinkedHashMap<>();
      scheme.labels().forEach(label -> labels.put(label, 0));
      truth.values().forEach(label -> labels.merge(label, 1, Integer::sum));
      long subjects = truth.keySet().stream().map(ClipId::subject).distinct().count();
      return new SchemeCounts(scheme.name(), truth.size(), (int) subjects, labels);
    }
  }

  public InventoryCounts {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    problems = List.copyOf(problems);
  }

  /** Counts an inventory, and again under a scheme if one is given. */
  public static InventoryCounts of(Inventory inventory, @Nullable LabelScheme scheme) {
    SortedMap<ClipId, Emotion> clips = inventory.labels();
    Map<String, Integer> labels = new LinkedHashMap<>();
    for (Emotion emotion : Emotion.values()) {
      int count = Collections.frequency(clips.values(), emotion);
      if (count > 0) {
        labels.put(emotion.word(), count);
      }
    }
    return new InventoryCounts(
        inventory.database(),
        clips.size(),
        clipsBySubject(inventory).size(),
        labels,
        scheme == null ? null : SchemeCounts.of(clips, scheme),
        UnitCounts.of(inventory.annotations().values()),
        inventory.problems());
  }

  /** Number of clips of each person, in the order of subjects. */
  public static SortedMap<Subject, Integer> clipsBySubject(Inventory inventory) {
    SortedMap<Subject, Integer> counts = new TreeMap<>();
    inventory.labels().keySet().forEach(id -> counts.merge(id.subject(), 1, Integer::sum));
    return counts;
  }
}
