package org.macro2micro.studio.layer;

import java.util.List;

/**
 * What one annotator says of a film.
 *
 * @param annotator the name of the annotator
 * @param revision the number of changes so far, undone ones too, from 1
 * @param changed the time of the last change, in ISO 8601
 * @param intervals in the order of their onsets
 */
public record Layer(String annotator, int revision, String changed, List<LayerInterval> intervals) {
  public Layer {
    intervals = List.copyOf(intervals);
  }

  /**
   * One change.
   *
   * @param revision the number of the change, from 1
   * @param changed the time of the change, in ISO 8601
   * @param intervals the number of intervals after the change
   */
  public record Revision(int revision, String changed, int intervals) {}
}
