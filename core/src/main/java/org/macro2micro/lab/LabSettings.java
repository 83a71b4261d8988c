package org.macro2micro.lab;

import java.util.List;
import java.util.Set;
import org.macro2micro.clip.Emotion;
import org.macro2micro.seed.SeedPath;

/**
 * Everything that decides what the lab writes. The same settings give the same bytes.
 *
 * @param layout the official layout
 * @param subjects number of people, at least 1
 * @param clips number of clips of each emotion, dealt out evenly to the people
 * @param frames frames a clip
 * @param width frame width in pixels, at least 16
 * @param height frame height in pixels, at least 16
 * @param framing what a frame shows
 * @param intensity range of the intensities of the units of an expression
 * @param headMotion root mean square of the head's drift within a clip, in face widths for
 *     translation, radians for rotation, shares for scale. {@value #MICRO_HEAD_MOTION} in
 *     micro-expressions, about .6 pixels of a frame of 128: CASME II registers its frames to the
 *     first, so little is left; {@value #MACRO_HEAD_MOTION} in macro-expressions, whose frames are
 *     not registered. No measured figure is known for either. The micro figure is the lab's one
 *     calibration: chosen on row L_c alone, so that its UF1 at the demo's size is .5 to .75
 * @param distractors mean number of movements a clip that mean nothing: twitches of one random unit
 *     at an intensity of .2 to .8 and, one in four, blinks
 * @param noise standard deviation of the sensor's noise in grey levels of 255
 * @param blur standard deviation of the lens's blur in pixels
 * @param pitfalls whether the known slips of the real database are planted (CASME II at its
 *     official counts only)
 * @param seed root of all randomness
 */
public record LabSettings(
    Layout layout,
    int subjects,
    ClipCounts clips,
    FrameCounts frames,
    int width,
    int height,
    Framing framing,
    Intensity intensity,
    double headMotion,
    double distractors,
    double noise,
    double blur,
    boolean pitfalls,
    long seed) {
  /** Default of {@link #headMotion()} for micro-expressions. */
  public static final double MICRO_HEAD_MOTION = .006;

  /** Default of {@link #headMotion()} for macro-expressions. */
  public static final double MACRO_HEAD_MOTION = .012;

  /**
   * Default of {@link #distractors()}: the lab's own choice. It is above what blinking (15 to 20
   * times a minute) alone would give, so that a method can't take every movement for expression.
   */
  public static final double DISTRACTORS = 1;

  private static final List<Emotion> MICRO_EMOTIONS =
      List.of(
          Emotion.HAPPINESS, Emotion.DISGUST, Emotion.SURPRISE, Emotion.REPRESSION, Emotion.OTHER);
  private static final List<Emotion> MACRO_EMOTIONS =
      List.of(
          Emotion.ANGER,
          Emotion.CONTEMPT,
          Emotion.DISGUST,
          Emotion.FEAR,
          Emotion.HAPPINESS,
          Emotion.SADNESS,
          Emotion.SURPRISE);

  public LabSettings {
    if (subjects < 1 || clips.total() < subjects) {
      throw new IllegalArgumentException(
          "lab: %d people and %d clips; expected at least one person and one clip for each"
              .formatted(subjects, clips.total()));
    }
    if (width < 16 || height < 16) {
      throw new IllegalArgumentException(
          "lab: frames of %dx%d pixels; expected at least 16x16".formatted(width, height));
    }
    if (!(headMotion >= 0 && distractors >= 0 && noise >= 0 && blur >= 0)) {
      throw new IllegalArgumentException(
          "lab: head motion %s, distractors %s, noise %s, blur %s; none can be negative"
              .formatted(headMotion, distractors, noise, blur));
    }
    Set<Emotion> known =
        layout == Layout.CASME_TWO ? CasmeTwoWriter.EMOTIONS : CkPlusWriter.NUMBERS.keySet();
    if (!known.containsAll(clips.byEmotion().keySet())) {
      throw new IllegalArgumentException(
          "lab: clips %s; %s has labels for %s only"
              .formatted(clips.byEmotion(), layout.database(), known));
    }
    if (layout == Layout.CASME_TWO && clips.unlabelled() > 0) {
      throw new IllegalArgumentException(
          "lab: %d clips without a label; CASME II labels every clip"
              .formatted(clips.unlabelled()));
    }
    if (pitfalls && !(subjects == 26 && clips.equals(ClipCounts.CASME_TWO))) {
      throw new IllegalArgumentException(
          "lab: CASME II's pitfalls are tied to its 26 people and 255 clips; found %d people and %s"
              .formatted(subjects, clips));
    }
  }

  /**
   * A database of cropped micro-expressions in CASME II's layout, five labels in equal parts
   * (happiness, disgust, surprise, repression, others; change them by {@link #withClips}).
   *
   * @param size width and height of a frame in pixels
   */
  public static LabSettings casme2(
      int subjects, int clipsPerSubject, int frames, int size, long seed) {
    return new LabSettings(
        Layout.CASME_TWO,
        subjects,
        ClipCounts.even(MICRO_EMOTIONS, subjects * clipsPerSubject),
        FrameCounts.of(frames),
        size,
        size,
        Framing.CROPPED,
        Intensity.MICRO,
        MICRO_HEAD_MOTION,
        DISTRACTORS,
        2,
        .4,
        false,
        seed);
  }

  /**
   * A database of macro-expressions in CK+'s layout: seven labels in equal parts, one sequence in
   * ten without a label, frames of 640x490 with head and shoulders.
   */
  public static LabSettings ckplus(int subjects, int clipsPerSubject, int frames, long seed) {
    int all = subjects * clipsPerSubject;
    return new LabSettings(
        Layout.CK_PLUS,
        subjects,
        ClipCounts.even(MACRO_EMOTIONS, all - all / 10).withUnlabelled(all / 10),
        FrameCounts.of(frames),
        640,
        490,
        Framing.FULL,
        Intensity.MACRO,
        MACRO_HEAD_MOTION,
        DISTRACTORS,
        3,
        .7,
        false,
        seed);
  }

  /** CASME II's counts, lengths (24 to 141 frames, median 61), frame size and pitfalls. */
  public static LabSettings likeCasme2(long seed) {
    LabSettings base = casme2(26, 1, 3, 16, seed);
    return new LabSettings(
        base.layout,
        26,
        ClipCounts.CASME_TWO,
        new FrameCounts(24, 61, 141),
        231,
        281,
        base.framing,
        base.intensity,
        base.headMotion,
        base.distractors,
        base.noise,
        base.blur,
        true,
        seed);
  }

  /** CK+'s counts (593 sequences of 123 people, 327 labelled) and lengths (10 to 60 frames). */
  public static LabSettings likeCkPlus(long seed) {
    return ckplus(123, 1, 3, seed)
        .withClips(ClipCounts.CK_PLUS)
        .withFrames(new FrameCounts(10, 18, 60));
  }

  public LabSettings withClips(ClipCounts counts) {
    return new LabSettings(
        layout,
        subjects,
        counts,
        frames,
        width,
        height,
        framing,
        intensity,
        headMotion,
        distractors,
        noise,
        blur,
        pitfalls,
        seed);
  }

  public LabSettings withFrames(FrameCounts counts) {
    return new LabSettings(
        layout,
        subjects,
        clips,
        counts,
        width,
        height,
        framing,
        intensity,
        headMotion,
        distractors,
        noise,
        blur,
        pitfalls,
        seed);
  }

  /** The same with other frames: their size in pixels and what they show. */
  public LabSettings withPicture(int newWidth, int newHeight, Framing newFraming) {
    return new LabSettings(
        layout,
        subjects,
        clips,
        frames,
        newWidth,
        newHeight,
        newFraming,
        intensity,
        headMotion,
        distractors,
        noise,
        blur,
        pitfalls,
        seed);
  }

  /** The same with another difficulty. */
  public LabSettings withDifficulty(
      Intensity newIntensity, double newHeadMotion, double newDistractors, double newNoise) {
    return new LabSettings(
        layout,
        subjects,
        clips,
        frames,
        width,
        height,
        framing,
        newIntensity,
        newHeadMotion,
        newDistractors,
        newNoise,
        blur,
        pitfalls,
        seed);
  }

  SeedPath databaseSeed() {
    return SeedPath.root(seed).child("lab").child(layout.database());
  }

  SeedPath subjectSeed(String subject) {
    return databaseSeed().child(subject);
  }

  SeedPath clipSeed(CastClip clip) {
    return subjectSeed(clip.subject()).child("clip").child(clip.name());
  }
}
