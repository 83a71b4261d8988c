package org.macro2micro.studio.layer;

import java.util.List;

/**
 * What one annotator says of a film.
 *
 * @param annotator who
 * @param revision counts every change, undone ones too, from 1
 * @param changed when, in ISO 8601
 * @param intervals in the order of their onsets
 */
public record Layer(String annotator, int revision, String changed, List<LayerInterval> intervals) {
  public Layer {
    intervals = List.copyOf(intervals);
  }

  /**
   * One change.
   *
   * @param revision its number
   * @param changed when, in ISO 8601
   * @param intervals how many there were then
   */
  public record Revision(int revision, String changed, int intervals) {}
}
