package org.macro2micro.clip;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The emotion of a clip according to its database, before any {@link LabelScheme}. {@link
 * #POSITIVE} and {@link #NEGATIVE} are SMIC's own coarse labels (and those of the composite flow
 * images), {@link #OTHER} is CASME II's "others" and SAMM's "Other".
 */
public enum Emotion {
  ANGER,
  CONTEMPT,
  DISGUST,
  FEAR,
  HAPPINESS,
  SADNESS,
  SURPRISE,
  REPRESSION,
  POSITIVE,
  NEGATIVE,
  OTHER;

  private static final Map<String, Emotion> OTHER_WORDS =
      Map.of(
          "happy", HAPPINESS,
          "sad", SADNESS,
          "angry", ANGER,
          "surprised", SURPRISE,
          "others", OTHER);

  /**
   * The emotion a sheet means by a word, without regard to case and surrounding space (also the
   * non-breaking kind); empty if the word is not known.
   */
  public static Optional<Emotion> parse(String word) {
    String plain = word.replace('\u00a0', ' ').strip().toLowerCase(Locale.ROOT);
    for (Emotion emotion : values()) {
      if (emotion.word().equals(plain)) {
        return Optional.of(emotion);
      }
    }
    return Optional.ofNullable(OTHER_WORDS.get(plain));
  }

  /** The emotion in lower case, such as "happiness". */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
