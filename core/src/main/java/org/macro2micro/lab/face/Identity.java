package org.macro2micro.lab.face;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One person at rest. Lengths are in face widths (see {@link Point}).
 *
 * @param head proportions of skull, jaw and ears
 * @param eyes proportions of eyes and brows
 * @param nose proportions of the nose
 * @param mouth proportions of the mouth
 * @param looks hair, colours and what is worn
 * @param marks freckles, moles and pores
 * @param mobility factor on all movements: how far this person's skin gives
 */
public record Identity(
    Head head, Eyes eyes, Nose nose, Mouth mouth, Looks looks, List<Mark> marks, double mobility) {

  /** {@code cheek} and {@code jaw} are half widths, {@code chin} a height, {@code round} 0 to 1. */
  record Head(double cheek, double jaw, double chin, double chinWidth, double round, double ears) {}

  /** {@code fold} is how marked the crease of the upper lid is, 0 (none) to 1. */
  record Eyes(
      double spacing,
      double width,
      double opening,
      double tilt,
      double iris,
      double fold,
      double browHeight,
      double browLength,
      double browThickness,
      double browArch,
      double browTilt) {}

  record Nose(double length, double width, double bridge) {}

  record Mouth(double height, double width, double upper, double lower, double bow) {}

  /** {@code beard} and {@code age} from 0 to 1. */
  record Looks(
      Color skin,
      Color hair,
      Color brows,
      Color iris,
      Color lips,
      Color clothes,
      HairStyle style,
      double hairline,
      double beard,
      double age,
      boolean glasses) {}

  /** A spot of skin: darker (positive) or lighter than its surroundings, from -1 to 1. */
  record Mark(Point at, double radius, double darkness) {}

  public Identity {
    marks = List.copyOf(marks);
  }

  /** Draws a person. */
  public static Identity draw(People people, RandomGenerator random) {
    double tone = uniform(random, people.lightestSkin(), people.darkestSkin());
    Head head =
        new Head(
            uniform(random, .455, .515),
            uniform(random, .360, .430),
            uniform(random, .755, .845),
            uniform(random, .12, .20),
            random.nextDouble(),
            uniform(random, .8, 1.15));
    Eyes eyes =
        new Eyes(
            uniform(random, .205, .235),
            uniform(random, .185, .222),
            uniform(random, .060, .082),
            uniform(random, -.014, .010),
            uniform(random, .039, .045),
            random.nextDouble(),
            uniform(random, .135, .172),
            uniform(random, .24, .29),
            uniform(random, .022, .040),
            uniform(random, .012, .034),
            uniform(random, -.012, .012));
    Nose nose =
        new Nose(
            uniform(random, .285, .345), uniform(random, .095, .130), uniform(random, .040, .058));
    Mouth mouth =
        new Mouth(
            uniform(random, .475, .520),
            uniform(random, .150, .185),
            uniform(random, .024, .040),
            uniform(random, .036, .056),
            uniform(random, .004, .013));
    Looks looks = looks(people, tone, random);
    return new Identity(head, eyes, nose, mouth, looks, marks(random), uniform(random, .85, 1.15));
  }

  /** Where a landmark lies at rest: x is the distance from the middle line. */
  Point neutral(Landmark landmark) {
    double browY = -eyes.browHeight;
    double browIn = eyes.spacing - eyes.browLength * .5;
    double mouthY = mouth.height;
    return switch (landmark) {
      case BROW_INNER -> new Point(browIn, browY + .012 + eyes.browTilt);
      case BROW_MIDDLE -> new Point(browIn + eyes.browLength * .55, browY - eyes.browArch);
      case BROW_OUTER -> new Point(browIn + eyes.browLength, browY + .016 - eyes.browTilt);
      case EYE_INNER -> new Point(eyes.spacing - eyes.width / 2, .009);
      case EYE_OUTER -> new Point(eyes.spacing + eyes.width / 2, eyes.tilt);
      case UPPER_LID -> new Point(eyes.spacing - .004, -eyes.opening * .56);
      case LOWER_LID -> new Point(eyes.spacing + .006, eyes.opening * .44);
      case NOSE_TIP -> new Point(0, nose.length - .045);
      case NOSE_WING -> new Point(nose.width, nose.length - .012);
      case CHEEK -> new Point(.285, .27);
      case UPPER_LIP -> new Point(.036, mouthY - mouth.upper);
      case UPPER_LIP_INNER, LOWER_LIP_INNER -> new Point(0, mouthY);
      case LOWER_LIP -> new Point(0, mouthY + mouth.lower);
      case MOUTH_CORNER -> new Point(mouth.width, mouthY - .002);
      case JAW -> new Point(head.jaw, .50);
      case CHIN -> new Point(0, head.chin);
    };
  }

  private static Looks looks(People people, double tone, RandomGenerator random) {
    Color skin = Palette.skin(tone, uniform(random, -1, 1));
    double age = people.age() * random.nextDouble();
    boolean lighter = random.nextDouble() < people.lightHair() * (1 - tone);
    Color hair =
        Palette.hair(
            lighter ? uniform(random, .35, 1) : uniform(random, 0, .3),
            age > .6 ? random.nextDouble() * age : 0);
    boolean bearded = random.nextDouble() < people.beards();
    HairStyle[] styles = HairStyle.values();
    HairStyle style = bearded ? styles[random.nextInt(5)] : styles[random.nextInt(styles.length)];
    return new Looks(
        skin,
        hair,
        Palette.mix(hair, Color.BLACK, lighter ? .35 : .15),
        Palette.iris(lighter ? random.nextDouble() : random.nextDouble() * .3),
        Palette.lips(skin, random.nextDouble()),
        Color.getHSBColor(
            (float) random.nextDouble(),
            (float) uniform(random, .1, .55),
            (float) uniform(random, .25, .8)),
        style,
        uniform(random, -.50, -.42),
        bearded ? uniform(random, .35, 1) : 0,
        age,
        random.nextDouble() < people.glasses());
  }

  private static List<Mark> marks(RandomGenerator random) {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < 110; i++) {
      Point at = new Point(uniform(random, -.43, .43), uniform(random, -.42, .74));
      marks.add(new Mark(at, uniform(random, .008, .022), uniform(random, -.16, .16)));
    }
    int freckles = random.nextDouble() < .2 ? random.nextInt(20, 50) : 0;
    for (int i = 0; i < freckles; i++) {
      Point at = new Point(random.nextGaussian() * .2, .17 + random.nextGaussian() * .06);
      marks.add(new Mark(at, uniform(random, .003, .006), uniform(random, .3, .6)));
    }
    int moles = random.nextInt(4);
    for (int i = 0; i < moles; i++) {
      Point at = new Point(uniform(random, -.34, .34), uniform(random, .12, .66));
      marks.add(new Mark(at, uniform(random, .005, .009), uniform(random, .7, 1)));
    }
    return marks;
  }

  private static double uniform(RandomGenerator random, double from, double to) {
    return from + (to - from) * random.nextDouble();
  }
}
