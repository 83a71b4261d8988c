package org.macro2micro.catalog;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Corpus;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.LabelScheme;
import org.macro2micro.dataset.CasmeTwoReader;

/** The label schemes this program knows; {@link #raw} makes one more from a corpus. */
public enum LabelSchemes {
  /**
   * The three classes of the MEGC 2019 composite task. Of CASME II only disgust and repression are
   * negatives, and two clips are left out, so that its official 145 clips remain.
   */
  CDE(
      new LabelScheme(
          "cde",
          Coarse.CLASSES,
          Map.ofEntries(
              Map.entry(Emotion.POSITIVE, Coarse.POSITIVE),
              Map.entry(Emotion.HAPPINESS, Coarse.POSITIVE),
              Map.entry(Emotion.SURPRISE, Coarse.SURPRISE),
              Map.entry(Emotion.NEGATIVE, Coarse.NEGATIVE),
              Map.entry(Emotion.ANGER, Coarse.NEGATIVE),
              Map.entry(Emotion.CONTEMPT, Coarse.NEGATIVE),
              Map.entry(Emotion.DISGUST, Coarse.NEGATIVE),
              Map.entry(Emotion.FEAR, Coarse.NEGATIVE),
              Map.entry(Emotion.REPRESSION, Coarse.NEGATIVE),
              Map.entry(Emotion.SADNESS, Coarse.NEGATIVE)),
          // Positive and negative are what CASME II's clips are called in the flow images.
          Map.of(
              CasmeTwoReader.DATABASE,
              Set.of(
                  Emotion.HAPPINESS,
                  Emotion.SURPRISE,
                  Emotion.DISGUST,
                  Emotion.REPRESSION,
                  Emotion.POSITIVE,
                  Emotion.NEGATIVE)),
          Set.of(
              ClipId.of(CasmeTwoReader.DATABASE, "sub04", "EP12_01f"),
              ClipId.of(CasmeTwoReader.DATABASE, "sub05", "EP09_05f")),
          Coarse.OF_MACRO)),

  /** CASME II's own classes but sadness and fear, which have 9 clips together. */
  CASME2_5(
      ofWords(
          "casme2-5",
          Emotion.HAPPINESS,
          Emotion.DISGUST,
          Emotion.REPRESSION,
          Emotion.SURPRISE,
          Emotion.OTHER)),

  /** SAMM's own classes but disgust, fear and sadness. */
  SAMM_5(
      ofWords(
          "samm-5",
          Emotion.ANGER,
          Emotion.CONTEMPT,
          Emotion.HAPPINESS,
          Emotion.SURPRISE,
          Emotion.OTHER)),

  /** SMIC's own three classes. */
  SMIC_3(
      new LabelScheme(
          "smic-3",
          Coarse.CLASSES,
          Map.of(
              Emotion.NEGATIVE, Coarse.NEGATIVE,
              Emotion.POSITIVE, Coarse.POSITIVE,
              Emotion.SURPRISE, Coarse.SURPRISE),
          Map.of(),
          Set.of(),
          Coarse.OF_MACRO));

  /** The name under which {@link #raw} is asked for. */
  public static final String RAW = "raw";

  /** The three coarse classes, and what full expressions correspond to among them. */
  private static final class Coarse {
    static final String NEGATIVE = "negative";
    static final String POSITIVE = "positive";
    static final String SURPRISE = "surprise";
    static final List<String> CLASSES = List.of(NEGATIVE, POSITIVE, SURPRISE);
    static final Map<Emotion, String> OF_MACRO =
        Map.of(
            Emotion.HAPPINESS, POSITIVE,
            Emotion.SURPRISE, SURPRISE,
            Emotion.ANGER, NEGATIVE,
            Emotion.CONTEMPT, NEGATIVE,
            Emotion.DISGUST, NEGATIVE,
            Emotion.FEAR, NEGATIVE,
            Emotion.SADNESS, NEGATIVE);
  }

  @SuppressWarnings("ImmutableEnumChecker") // the record copies its collections
  private final LabelScheme scheme;

  LabelSchemes(LabelScheme scheme) {
    this.scheme = scheme;
  }

  /** The scheme. */
  public LabelScheme scheme() {
    return scheme;
  }

  /**
   * The scheme of this name; {@link #RAW} is made from the corpus.
   *
   * @param corpus the corpus whose emotions "raw" takes; the other schemes don't depend on it
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static LabelScheme byName(String name, Corpus corpus) {
    return byName(name, corpus.labels().values());
  }

  /** The same with the emotions that "raw" takes in place of a corpus. */
  public static LabelScheme byName(String name, Collection<Emotion> emotions) {
    if (name.equals(RAW)) {
      return raw(emotions);
    }
    return Arrays.stream(values())
        .map(LabelSchemes::scheme)
        .filter(scheme -> scheme.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "label scheme \"" + name + "\" is not known: expected one of " + names()));
  }

  /** All names, "raw" last. */
  public static List<String> names() {
    return Stream.concat(Arrays.stream(values()).map(s -> s.scheme.name()), Stream.of(RAW))
        .toList();
  }

  /**
   * The corpus' own emotions, as they stand, in the order of {@link Emotion}. A macro-expression
   * corresponds to the emotion of its own name.
   */
  public static LabelScheme raw(Corpus corpus) {
    return raw(corpus.labels().values());
  }

  private static LabelScheme raw(Collection<Emotion> emotions) {
    EnumSet<Emotion> present = EnumSet.noneOf(Emotion.class);
    present.addAll(emotions);
    return ofWords(RAW, present.toArray(Emotion[]::new));
  }

  private static LabelScheme ofWords(String name, Emotion... emotions) {
    Map<Emotion, String> words = new LinkedHashMap<>();
    for (Emotion emotion : emotions) {
      words.put(emotion, emotion.word());
    }
    return new LabelScheme(name, List.copyOf(words.values()), words, Map.of(), Set.of(), words);
  }
}
