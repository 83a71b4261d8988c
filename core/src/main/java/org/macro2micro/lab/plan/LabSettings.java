package org.macro2micro.lab.plan;

import java.util.List;
import org.macro2micro.clip.Emotion;
import org.macro2micro.lab.movement.Intensity;
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
 * @param pitfalls whether the known slips of the real database are planted (at its official counts
 *     only)
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
    if (layout == Layout.MMI && (width % 2 != 0 || height % 2 != 0)) {
      throw new IllegalArgumentException(
          "lab: frames of %dx%d pixels; MMI's videos need even width and height"
              .formatted(width, height));
    }
    if (!(headMotion >= 0 && distractors >= 0 && noise >= 0 && blur >= 0)) {
      throw new IllegalArgumentException(
          "lab: head motion %s, distractors %s, noise %s, blur %s; none can be negative"
              .formatted(headMotion, distractors, noise, blur));
    }
    List<Emotion> known = layout.emotions();
    if (!known.containsAll(clips.byEmotion().keySet())) {
      throw new IllegalArgumentException(
          "lab: clips %s; %s has labels for %s only"
              .formatted(clips.byEmotion(), layout.database(), known));
    }
    if (layout.labelsEveryClip() && clips.unlabelled() > 0) {
      throw new IllegalArgumentException(
          "lab: %d clips without a label; %s labels every clip"
              .formatted(clips.unlabelled(), layout.database()));
    }
    Official official = Official.of(layout);
    if (pitfalls && !(subjects == official.subjects() && clips.equals(official.clips()))) {
      throw new IllegalArgumentException(
          "lab: the pitfalls of %s are tied to its %d people and %d clips; found %d people and %s"
              .formatted(
                  layout.database(),
                  official.subjects(),
                  official.clips().total(),
                  subjects,
                  clips));
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
    return micro(Layout.CASME_TWO, subjects, clipsPerSubject, frames, size, seed);
  }

  /**
   * A database of cropped micro-expressions, the usual labels of the layout in equal parts.
   *
   * @param size width and height of a frame in pixels
   */
  public static LabSettings micro(
      Layout layout, int subjects, int clipsPerSubject, int frames, int size, long seed) {
    if (layout.isMacro()) {
      throw new IllegalArgumentException(
          "lab: " + layout.database() + " shows macro-expressions, not micro-expressions");
    }
    return new LabSettings(
        layout,
        subjects,
        ClipCounts.even(layout.usualEmotions(), subjects * clipsPerSubject),
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
    return macro(Layout.CK_PLUS, subjects, clipsPerSubject, frames, seed)
        .withPicture(640, 490, Framing.FULL);
  }

  /**
   * A database of macro-expressions in MMI's layout: six labels in equal parts, one clip in ten of
   * another task or in profile, videos of 360x288 with head and shoulders, half MMI's own size.
   */
  public static LabSettings mmi(int subjects, int clipsPerSubject, int frames, long seed) {
    return macro(Layout.MMI, subjects, clipsPerSubject, frames, seed)
        .withPicture(360, 288, Framing.FULL);
  }

  private static LabSettings macro(
      Layout layout, int subjects, int clipsPerSubject, int frames, long seed) {
    int all = subjects * clipsPerSubject;
    return new LabSettings(
        layout,
        subjects,
        ClipCounts.even(layout.emotions(), all - all / 10).withUnlabelled(all / 10),
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
    return like(Layout.CASME_TWO, seed);
  }

  /** CK+'s counts (593 sequences of 123 people, 327 labelled) and lengths (10 to 60 frames). */
  public static LabSettings likeCkPlus(long seed) {
    return like(Layout.CK_PLUS, seed);
  }

  /** A database's own counts, lengths and frame size, and its known pitfalls. */
  public static LabSettings like(Layout layout, long seed) {
    Official official = Official.of(layout);
    int people = official.subjects();
    LabSettings base =
        layout.isMacro()
            ? macro(layout, people, 1, 3, seed)
            : micro(layout, people, 1, 3, 16, seed);
    return new LabSettings(
        layout,
        people,
        official.clips(),
        official.frames(),
        official.width(),
        official.height(),
        official.framing(),
        base.intensity,
        base.headMotion,
        base.distractors,
        base.noise,
        base.blur,
        official.pitfalls(),
        seed);
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

  /** Returns the same settings with other frames: their size in pixels and what they show. */
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

  /** Returns the same settings with another difficulty. */
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

  /** Returns the seed of the whole database. */
  public SeedPath databaseSeed() {
    return SeedPath.root(seed).child("lab").child(layout.database());
  }

  /** Returns the seed of one person. */
  public SeedPath subjectSeed(String subject) {
    return databaseSeed().child(subject);
  }

  /** Returns the seed of one clip. */
  public SeedPath clipSeed(CastClip clip) {
    return subjectSeed(clip.subject()).child("clip").child(clip.name());
  }
}
