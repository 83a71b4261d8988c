package org.macro2micro.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A class's score as a page draws it.
 *
 * @param label the class
 * @param number of the class, from 0; its colour
 * @param value as text
 * @param width of the bar in percent, as text
 * @param chosen whether this class was named
 */
public record ScoreBar(String label, int number, String value, String width, boolean chosen) {
  /** One a class, in order; scores outside of [0, 1] are drawn at its ends. */
  public static List<ScoreBar> of(List<String> labels, List<Double> scores, String chosen) {
    List<ScoreBar> bars = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      double score = scores.get(i);
      bars.add(
          new ScoreBar(
              labels.get(i),
              i,
              NumberText.score(score),
              NumberText.place(100 * Math.max(0, Math.min(1, score))),
              labels.get(i).equals(chosen)));
    }
    return bars;
  }
}
