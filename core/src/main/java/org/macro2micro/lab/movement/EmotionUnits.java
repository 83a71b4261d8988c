package org.macro2micro.lab.movement;

import static org.macro2micro.lab.movement.ActionUnit.*;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.macro2micro.clip.Emotion;

/**
 * Which units an emotion moves, with which probability: the table of MiE-X (Liu et al., ECCV 2022)
 * for its seven emotions. MiE-X has no table for CASME II's other two labels; there the lab's own
 * choice stands: repression tightens the lips (23) and half the time lowers their corners (15) or
 * raises the chin (17), all of it more subtle (see {@link #strength}); "others" and sequences
 * without a label show one to three units that could be a draw of none of the eight.
 */
public final class EmotionUnits {
  private static final double SUBTLE = .8;

  private static final List<Emotion> NEGATIVES =
      List.of(Emotion.DISGUST, Emotion.SADNESS, Emotion.FEAR, Emotion.ANGER);

  private static final Map<Emotion, Map<ActionUnit, Double>> TABLE = table();

  private EmotionUnits() {}

  /** Draws the units of one clip; never empty. */
  public static Set<ActionUnit> draw(Emotion emotion, RandomGenerator random) {
    if (emotion == Emotion.OTHER) {
      return drawMeaningless(random);
    }
    Map<ActionUnit, Double> probabilities = probabilities(emotion);
    Set<ActionUnit> units = EnumSet.noneOf(ActionUnit.class);
    while (units.isEmpty()) {
      for (ActionUnit unit : ActionUnit.values()) {
        double probability = probabilities.getOrDefault(unit, 0.0);
        if (probability > 0 && random.nextDouble() < probability) {
          units.add(unit);
        }
      }
    }
    return units;
  }

  /**
   * The emotion that a person shows whose clip has this label: SMIC's positive is happiness, its
   * negative one of disgust, sadness, fear and anger.
   */
  public static Emotion shown(Emotion label, RandomGenerator random) {
    return switch (label) {
      case POSITIVE -> Emotion.HAPPINESS;
      case NEGATIVE -> NEGATIVES.get(random.nextInt(NEGATIVES.size()));
      default -> label;
    };
  }

  /** Factor on the intensity range: below 1 for repression, 1 for the rest. */
  public static double strength(Emotion emotion) {
    return emotion == Emotion.REPRESSION ? SUBTLE : 1;
  }

  /** Whether a draw of the emotion can give exactly these units. */
  static boolean fits(Emotion emotion, Set<ActionUnit> units) {
    Map<ActionUnit, Double> probabilities = probabilities(emotion);
    return probabilities.keySet().containsAll(units)
        && probabilities.entrySet().stream()
            .allMatch(entry -> entry.getValue() < 1 || units.contains(entry.getKey()));
  }

  /** The emotions that have a table. */
  static Set<Emotion> known() {
    return TABLE.keySet();
  }

  /**
   * The probability of each unit an emotion may move.
   *
   * @throws IllegalArgumentException if the lab has no table for the emotion
   */
  static Map<ActionUnit, Double> probabilities(Emotion emotion) {
    Map<ActionUnit, Double> probabilities = TABLE.get(emotion);
    if (probabilities == null) {
      throw new IllegalArgumentException(
          "emotion %s: the lab has no action units for it; it knows %s and other"
              .formatted(emotion.word(), TABLE.keySet()));
    }
    return probabilities;
  }

  private static Set<ActionUnit> drawMeaningless(RandomGenerator random) {
    List<ActionUnit> all = Arrays.asList(ActionUnit.values());
    while (true) {
      Set<ActionUnit> units = EnumSet.noneOf(ActionUnit.class);
      int count = random.nextInt(1, 4);
      while (units.size() < count) {
        units.add(all.get(random.nextInt(all.size())));
      }
      if (TABLE.keySet().stream().noneMatch(emotion -> fits(emotion, units))) {
        return units;
      }
    }
  }

  private static Map<Emotion, Map<ActionUnit, Double>> table() {
    Map<Emotion, Map<ActionUnit, Double>> table = new EnumMap<>(Emotion.class);
    table.put(Emotion.HAPPINESS, Map.of(LIP_CORNER_PULLER, 1.0, LIPS_PART, .5, CHEEK_RAISER, .5));
    table.put(
        Emotion.SADNESS,
        Map.of(BROW_LOWERER, 1.0, INNER_BROW_RAISER, .5, LIP_CORNER_DEPRESSOR, .5));
    table.put(
        Emotion.SURPRISE,
        Map.of(
            INNER_BROW_RAISER,
            1.0,
            OUTER_BROW_RAISER,
            1.0,
            UPPER_LID_RAISER,
            .5,
            LIPS_PART,
            .5,
            JAW_DROP,
            .5));
    table.put(
        Emotion.FEAR, Map.of(UPPER_LID_RAISER, .5, LIP_STRETCHER, .5, LIPS_PART, .5, JAW_DROP, .5));
    table.put(Emotion.ANGER, Map.of(BROW_LOWERER, 1.0, LID_TIGHTENER, .5, LIP_TIGHTENER, .5));
    table.put(Emotion.DISGUST, Map.of(NOSE_WRINKLER, 1.0, UPPER_LIP_RAISER, .5, CHIN_RAISER, 1.0));
    table.put(Emotion.CONTEMPT, Map.of(DIMPLER, 1.0));
    table.put(
        Emotion.REPRESSION, Map.of(LIP_TIGHTENER, 1.0, LIP_CORNER_DEPRESSOR, .5, CHIN_RAISER, .5));
    return Collections.unmodifiableMap(table);
  }
}
