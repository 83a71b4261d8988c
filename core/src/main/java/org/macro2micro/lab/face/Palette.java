package org.macro2micro.lab.face;

import java.awt.Color;

/** The colours of faces. */
public final class Palette {
  private static final int[][] SKIN = {
    {250, 224, 205},
    {242, 204, 176},
    {226, 178, 142},
    {202, 148, 108},
    {166, 112, 77},
    {130, 86, 60},
    {102, 68, 49}
  };
  private static final int[][] HAIR = {
    {24, 20, 20}, {48, 34, 28}, {86, 56, 38}, {136, 82, 48}, {176, 132, 82}, {206, 172, 120}
  };
  private static final int[][] IRIS = {
    {52, 32, 20}, {84, 54, 30}, {108, 92, 50}, {88, 116, 96}, {84, 122, 152}
  };

  private Palette() {}

  /**
   * A skin colour.
   *
   * @param tone 0 (lightest) to 1 (darkest)
   * @param warmth -1 (rosy) to 1 (golden)
   */
  static Color skin(double tone, double warmth) {
    Color base = along(SKIN, tone);
    return mix(
        base,
        warmth > 0 ? new Color(214, 160, 88) : new Color(206, 124, 110),
        .12 * Math.abs(warmth));
  }

  /** A hair colour: 0 (black) to 1 (blond), then greyed by a share. */
  static Color hair(double lightness, double grey) {
    return mix(along(HAIR, lightness), new Color(172, 170, 168), grey * .8);
  }

  /** An iris colour: 0 (dark brown) to 1 (blue). */
  static Color iris(double lightness) {
    return along(IRIS, lightness);
  }

  /** A lip colour that goes with a skin, 0 (pale) to 1 (red). */
  static Color lips(Color skin, double redness) {
    return mix(skin, new Color(158, 44, 52), .34 + .2 * redness);
  }

  /** What a skin looks like in shade. */
  static Color shade(Color skin) {
    return mix(
        new Color(skin.getRed() * 5 / 10, skin.getGreen() * 38 / 100, skin.getBlue() * 34 / 100),
        skin,
        .1);
  }

  /** What a skin looks like where light falls. */
  static Color light(Color skin) {
    return mix(skin, new Color(255, 240, 222), .5);
  }

  /** The colour that lies between {@code a} (at 0) and {@code b} (at 1). */
  public static Color mix(Color a, Color b, double t) {
    return new Color(
        (int) Math.round(a.getRed() + (b.getRed() - a.getRed()) * t),
        (int) Math.round(a.getGreen() + (b.getGreen() - a.getGreen()) * t),
        (int) Math.round(a.getBlue() + (b.getBlue() - a.getBlue()) * t));
  }

  /** The colour with an opacity from 0 to 1. */
  static Color clear(Color color, double opacity) {
    double inside = Math.max(0, Math.min(1, opacity));
    return new Color(
        color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * inside));
  }

  private static Color along(int[][] stops, double t) {
    double place = Math.max(0, Math.min(1, t)) * (stops.length - 1);
    int index = Math.min(stops.length - 2, (int) place);
    int[] a = stops[index];
    int[] b = stops[index + 1];
    return mix(new Color(a[0], a[1], a[2]), new Color(b[0], b[1], b[2]), place - index);
  }
}
