package org.macro2micro.lab.plan;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.macro2micro.clip.Emotion;

/**
 * How many clips of each emotion a database has.
 *
 * @param byEmotion clips with a label, by emotion
 * @param unlabelled clips that show something but have no label, as in CK+, or none that counts, as
 *     in MMI
 */
public record ClipCounts(Map<Emotion, Integer> byEmotion, int unlabelled) {
  /** CASME II's own counts: 255 clips. */
  public static final ClipCounts CASME_TWO =
      new ClipCounts(
          Map.of(
              Emotion.OTHER, 99,
              Emotion.DISGUST, 63,
              Emotion.HAPPINESS, 32,
              Emotion.REPRESSION, 27,
              Emotion.SURPRISE, 25,
              Emotion.SADNESS, 7,
              Emotion.FEAR, 2),
          0);

  /** SMIC HS's own counts: 164 clips. */
  public static final ClipCounts SMIC =
      new ClipCounts(Map.of(Emotion.NEGATIVE, 70, Emotion.POSITIVE, 51, Emotion.SURPRISE, 43), 0);

  /** SAMM's own counts: 159 clips. */
  public static final ClipCounts SAMM =
      new ClipCounts(
          Map.of(
              Emotion.ANGER, 57,
              Emotion.OTHER, 26,
              Emotion.HAPPINESS, 26,
              Emotion.SURPRISE, 15,
              Emotion.CONTEMPT, 12,
              Emotion.DISGUST, 9,
              Emotion.FEAR, 8,
              Emotion.SADNESS, 6),
          0);

  /**
   * MMI's 205 frontal sequences, as papers usually divide them (no official list is public), and
   * some that a reader must leave out: profiles and other tasks, of which 12 are the lab's choice.
   */
  public static final ClipCounts MMI =
      new ClipCounts(
          Map.of(
              Emotion.ANGER, 31,
              Emotion.DISGUST, 32,
              Emotion.FEAR, 28,
              Emotion.HAPPINESS, 42,
              Emotion.SADNESS, 32,
              Emotion.SURPRISE, 40),
          12);

  /** CK+'s own counts: 327 labelled sequences of 593. */
  public static final ClipCounts CK_PLUS =
      new ClipCounts(
          Map.of(
              Emotion.ANGER, 45,
              Emotion.CONTEMPT, 18,
              Emotion.DISGUST, 59,
              Emotion.FEAR, 25,
              Emotion.HAPPINESS, 69,
              Emotion.SADNESS, 28,
              Emotion.SURPRISE, 83),
          593 - 327);

  public ClipCounts {
    Map<Emotion, Integer> ordered = new EnumMap<>(Emotion.class);
    ordered.putAll(byEmotion);
    byEmotion = Collections.unmodifiableMap(ordered);
    if (unlabelled < 0 || byEmotion.values().stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException(
          "clip counts %s and %d unlabelled: none can be negative"
              .formatted(byEmotion, unlabelled));
    }
  }

  /**
   * Returns counts of {@code clips} labelled clips, with equal numbers of each emotion, or one more
   * of some.
   */
  public static ClipCounts even(List<Emotion> emotions, int clips) {
    Map<Emotion, Integer> counts = new EnumMap<>(Emotion.class);
    for (int i = 0; i < clips; i++) {
      counts.merge(emotions.get(i % emotions.size()), 1, Integer::sum);
    }
    return new ClipCounts(counts, 0);
  }

  /** Returns the same counts with this many clips without a label. */
  public ClipCounts withUnlabelled(int clips) {
    return new ClipCounts(byEmotion, clips);
  }

  /** Returns the number of all clips. */
  public int total() {
    return byEmotion.values().stream().mapToInt(Integer::intValue).sum() + unlabelled;
  }
}
