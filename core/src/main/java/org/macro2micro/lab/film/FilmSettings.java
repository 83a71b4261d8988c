package org.macro2micro.lab.film;

import org.macro2micro.lab.movement.Intensity;
import org.macro2micro.lab.plan.Framing;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.seed.SeedPath;

/**
 * Long videos of generated people in which micro-expressions are planted. The same settings give
 * the same bytes.
 *
 * <p>No study gives rates for all of what people do before a camera. Blinks are those of people at
 * rest (15 to 20 a minute). Micro-expressions are made more frequent than databases have them, so
 * that minutes say something. All rates but that of blinks are choices.
 *
 * @param videos how many, each of another person, 1 to 999
 * @param seconds length of each, 5 to 7200
 * @param framesPerSecond 10 to 400
 * @param width even, at least 32 pixels
 * @param height even, at least 32 pixels
 * @param rates what happens how often
 * @param seed root of all randomness
 */
public record FilmSettings(
    int videos,
    double seconds,
    double framesPerSecond,
    int width,
    int height,
    Rates rates,
    long seed) {

  /**
   * How often each kind of event happens, as mean numbers per minute from 0 to 30.
   *
   * @param micros micro-expressions of .12 to .5 seconds, intensity {@link Intensity#MICRO}
   * @param macros macro-expressions of .8 to 3.5 seconds, intensity {@link Intensity#MACRO}
   * @param blinks of .12 to .35 seconds
   * @param twitches one unit at an intensity of .2 to .6 for .2 to 1.2 seconds
   * @param heads fast movements of the head, there and back in .4 to 1.5 seconds
   * @param talks speech of 1.5 to 5 seconds, three to five syllables a second
   */
  public record Rates(
      double micros, double macros, double blinks, double twitches, double heads, double talks) {
    /** The rates of people who do not speak. */
    public static final Rates SILENT = new Rates(4, 2, 16, 1, 2, 0);

    /** The rates of people who also speak. */
    public static final Rates TALKING = new Rates(4, 2, 16, 1, 2, 2);

    public Rates {
      for (double rate : new double[] {micros, macros, blinks, twitches, heads, talks}) {
        if (!(rate >= 0 && rate <= 30)) {
          throw new IllegalArgumentException(
              "lab: rate of %s events a minute; expected 0 to 30".formatted(rate));
        }
      }
    }
  }

  public FilmSettings {
    if (videos < 1 || videos > 999) {
      throw new IllegalArgumentException("lab: %d videos; expected 1 to 999".formatted(videos));
    }
    if (!(seconds >= 5 && seconds <= 7200 && framesPerSecond >= 10 && framesPerSecond <= 400)) {
      throw new IllegalArgumentException(
          "lab: videos of %s seconds at %s frames a second; expected 5 to 7200 seconds at 10 to 400"
              .formatted(seconds, framesPerSecond));
    }
    if (width < 32 || height < 32 || width % 2 != 0 || height % 2 != 0) {
      throw new IllegalArgumentException(
          "lab: video frames of %dx%d pixels; expected even numbers of at least 32"
              .formatted(width, height));
    }
  }

  /** Number of frames of each video. */
  public int frames() {
    return (int) Math.round(seconds * framesPerSecond);
  }

  /** The name of a video without its extension, such as "video003"; it names the person too. */
  public String name(int index) {
    return "video%03d".formatted(index + 1);
  }

  /** The seed of all that is drawn for the video of this number, from 0. */
  public SeedPath videoSeed(int index) {
    return SeedPath.root(seed).child("lab").child("video").child(name(index));
  }

  /** Returns how the pictures are taken: head and shoulders in CASME II's studio. */
  public LabSettings pictures() {
    return LabSettings.casme2(videos, 1, 3, Math.max(16, width), seed)
        .withPicture(width, height, Framing.FULL);
  }
}
