package org.macro2micro.lab.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.macro2micro.clip.Emotion;

/**
 * The counts, lengths and sizes of a real database, as far as they are published.
 *
 * @param subjects number of people
 * @param clips number of clips of each emotion
 * @param frames lengths of its clips; median and most are the lab's own choice where a database's
 *     paper gives none
 * @param width frame width in pixels
 * @param height frame height in pixels
 * @param framing what a frame shows
 * @param pitfalls whether the lab knows slips of it to plant
 * @param planted names of clips that must be there, by their subjects' positions
 * @param plantedShow the labels of these clips
 * @param othersOnly positions of the people whom the composite task leaves out
 */
record Official(
    int subjects,
    ClipCounts clips,
    FrameCounts frames,
    int width,
    int height,
    Framing framing,
    boolean pitfalls,
    Map<Integer, List<String>> planted,
    Set<Emotion> plantedShow,
    Set<Integer> othersOnly) {
  private static final Official CASME_TWO =
      new Official(
          26,
          ClipCounts.CASME_TWO,
          new FrameCounts(24, 61, 141),
          231,
          281,
          Framing.CROPPED,
          true,
          // Negatives that the scheme of MEGC 2019 leaves out.
          Map.of(3, List.of("EP12_01f"), 4, List.of("EP09_05f")),
          Set.of(Emotion.DISGUST),
          Set.of(9, 17));

  private static final Official SMIC =
      new Official(
          16,
          ClipCounts.SMIC,
          new FrameCounts(11, 33, 58),
          140,
          170,
          Framing.CROPPED,
          true,
          Map.of(),
          Set.of(),
          Set.of());

  /** Frames of half the real width and height. Which of the 29 the task lacks is not known. */
  private static final Official SAMM =
      new Official(
          29,
          ClipCounts.SAMM,
          new FrameCounts(30, 73, 101),
          480,
          325,
          Framing.FULL,
          true,
          // Rows whose apex or offset is wrong.
          Map.of(
              6, List.of("013_1_9"),
              20, List.of("028_4_1"),
              23, List.of("032_3_1", "032_3_2")),
          Set.of(Emotion.ANGER, Emotion.HAPPINESS),
          Set.of(18));

  private static final Official CK_PLUS =
      new Official(
          123,
          ClipCounts.CK_PLUS,
          new FrameCounts(10, 18, 60),
          640,
          490,
          Framing.FULL,
          false,
          Map.of(),
          Set.of(),
          Set.of());

  private static final Official MMI =
      new Official(
          31,
          ClipCounts.MMI,
          new FrameCounts(30, 60, 120),
          720,
          576,
          Framing.FULL,
          true,
          Map.of(),
          Set.of(),
          Set.of());

  static Official of(Layout layout) {
    return switch (layout) {
      case CASME_TWO -> CASME_TWO;
      case SMIC -> SMIC;
      case SAMM -> SAMM;
      case CK_PLUS -> CK_PLUS;
      case MMI -> MMI;
    };
  }
}
