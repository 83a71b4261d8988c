package org.macro2micro.lab.movement;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A slow drift of the head: in each of the four numbers of a {@link Pose} the sum of two slow
 * waves.
 *
 * @param waves two a number, eight in all
 */
public record Sway(List<Wave> waves) {
  /** {@code cycles} over the length of the clip; {@code phase} in cycles. */
  record Wave(double amplitude, double cycles, double phase) {
    double at(double time) {
      return amplitude * StrictMath.sin(2 * Math.PI * (cycles * time + phase));
    }
  }

  /** Two waves of amplitude 1 have root mean square 1 together. */
  public static Sway draw(RandomGenerator random, double rootMeanSquare) {
    List<Wave> waves = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      waves.add(
          new Wave(
              rootMeanSquare * (.5 + random.nextDouble()),
              .2 + .9 * random.nextDouble(),
              random.nextDouble()));
    }
    return new Sway(List.copyOf(waves));
  }

  /** The pose at a time from 0 (first frame) to 1 (last). */
  public Pose at(double time) {
    double[] sum = new double[4];
    for (int i = 0; i < waves.size(); i++) {
      sum[i / 2] += waves.get(i).at(time);
    }
    return new Pose(sum[0], sum[1], sum[2], 1 + sum[3]);
  }
}
