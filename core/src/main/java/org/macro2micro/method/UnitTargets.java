package org.macro2micro.method;

import java.util.List;
import java.util.Map;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.UnitCoding;

/**
 * What is known of the action units of training clips. A unit is shown if it was coded without
 * doubt; it is not shown if a complete coding does not name it. Nothing is known of doubtful units
 * and alternatives, of what an incomplete coding does not name, and of clips that nobody coded.
 *
 * @param units the numbers of the K units
 * @param codings by clip
 */
public record UnitTargets(List<Integer> units, Map<ClipId, UnitCoding> codings) {
  public UnitTargets {
    units = List.copyOf(units);
    codings = Map.copyOf(codings);
  }

  /** 1 where a unit is shown: n*K values. */
  public float[] shown(List<ClipId> clips) {
    float[] values = new float[clips.size() * units.size()];
    for (int i = 0; i < clips.size(); i++) {
      UnitCoding coding = codings.get(clips.get(i));
      for (int k = 0; k < units.size(); k++) {
        boolean shown = coding != null && coding.certain().contains(units.get(k));
        values[i * units.size() + k] = shown ? 1 : 0;
      }
    }
    return values;
  }

  /** 1 where it is known whether a unit is shown: n*K values. */
  public float[] known(List<ClipId> clips) {
    float[] values = new float[clips.size() * units.size()];
    for (int i = 0; i < clips.size(); i++) {
      UnitCoding coding = codings.get(clips.get(i));
      for (int k = 0; k < units.size(); k++) {
        values[i * units.size() + k] = coding != null && isKnown(coding, units.get(k)) ? 1 : 0;
      }
    }
    return values;
  }

  private static boolean isKnown(UnitCoding coding, int unit) {
    return coding.certain().contains(unit)
        || (coding.complete() && !coding.possible().contains(unit));
  }
}
