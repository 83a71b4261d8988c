package org.macro2micro.dataset;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.macro2micro.clip.Emotion;

/** What the names of SMIC's clips say: s01_ne_01, s01_po_02, s01_sur_03. */
final class SmicNames {
  private static final Pattern NAME = Pattern.compile("(?i)s\\d+_(ne|neg|po|pos|su|sur)_.*");
  private static final Map<Character, Emotion> LETTERS =
      Map.of('n', Emotion.NEGATIVE, 'p', Emotion.POSITIVE, 's', Emotion.SURPRISE);

  private SmicNames() {}

  /** The label in a clip's name, if it has one. */
  static Optional<Emotion> emotion(String clip) {
    Matcher matcher = NAME.matcher(clip);
    return matcher.matches()
        ? Optional.ofNullable(LETTERS.get(Character.toLowerCase(matcher.group(1).charAt(0))))
        : Optional.empty();
  }
}
