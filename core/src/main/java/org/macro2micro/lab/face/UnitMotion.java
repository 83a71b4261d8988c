package org.macro2micro.lab.face;

import static org.macro2micro.lab.face.Landmark.*;
import static org.macro2micro.lab.movement.ActionUnit.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.macro2micro.lab.movement.ActionUnit;

/**
 * Where each unit at full intensity (5) takes each landmark: a linear model, so that units add up.
 * The directions are those of the FACS manual (Ekman, Friesen and Hager 2002); the manual gives no
 * lengths. These were chosen so that the strongest smile moves a mouth corner about 14 mm and a
 * micro-expression (intensity about 1) a feature by 0.5 to 2 pixels of a face 128 pixels wide.
 *
 * @param landmark what moves
 * @param outward movement away from the middle line, in face widths
 * @param down movement down, in face widths
 */
record UnitMotion(Landmark landmark, double outward, double down) {
  private static final Map<ActionUnit, List<UnitMotion>> TABLE = table();

  /** The movements of one unit at full intensity. */
  static List<UnitMotion> of(ActionUnit unit) {
    return TABLE.get(unit) == null ? List.of() : TABLE.get(unit);
  }

  private static Map<ActionUnit, List<UnitMotion>> table() {
    Table t = new Table();
    t.put(INNER_BROW_RAISER, BROW_INNER, 0, -.095);
    t.put(INNER_BROW_RAISER, BROW_MIDDLE, 0, -.040);
    t.put(INNER_BROW_RAISER, UPPER_LID, 0, -.006);
    t.put(OUTER_BROW_RAISER, BROW_OUTER, 0, -.080);
    t.put(OUTER_BROW_RAISER, BROW_MIDDLE, 0, -.060);
    t.put(OUTER_BROW_RAISER, BROW_INNER, 0, -.012);
    t.put(OUTER_BROW_RAISER, UPPER_LID, 0, -.006);
    t.put(BROW_LOWERER, BROW_INNER, -.034, .060);
    t.put(BROW_LOWERER, BROW_MIDDLE, -.022, .044);
    t.put(BROW_LOWERER, BROW_OUTER, -.006, .010);
    t.put(BROW_LOWERER, UPPER_LID, 0, .008);
    t.put(UPPER_LID_RAISER, UPPER_LID, 0, -.036);
    t.put(CHEEK_RAISER, LOWER_LID, 0, -.020);
    t.put(CHEEK_RAISER, UPPER_LID, 0, .008);
    t.put(CHEEK_RAISER, EYE_OUTER, -.004, .003);
    t.put(CHEEK_RAISER, CHEEK, 0, -.055);
    t.put(CHEEK_RAISER, BROW_OUTER, 0, .008);
    t.put(LID_TIGHTENER, LOWER_LID, 0, -.024);
    t.put(LID_TIGHTENER, UPPER_LID, 0, .014);
    t.put(NOSE_WRINKLER, NOSE_WING, .014, -.042);
    t.put(NOSE_WRINKLER, NOSE_TIP, 0, -.016);
    t.put(NOSE_WRINKLER, BROW_INNER, -.010, .036);
    t.put(NOSE_WRINKLER, BROW_MIDDLE, 0, .022);
    t.put(NOSE_WRINKLER, UPPER_LID, 0, .012);
    t.put(NOSE_WRINKLER, LOWER_LID, 0, -.016);
    t.put(NOSE_WRINKLER, CHEEK, 0, -.034);
    t.put(NOSE_WRINKLER, UPPER_LIP, 0, -.034);
    t.put(NOSE_WRINKLER, UPPER_LIP_INNER, 0, -.012);
    t.put(UPPER_LIP_RAISER, UPPER_LIP, .006, -.048);
    t.put(UPPER_LIP_RAISER, UPPER_LIP_INNER, 0, -.034);
    t.put(UPPER_LIP_RAISER, NOSE_WING, .014, -.012);
    t.put(UPPER_LIP_RAISER, CHEEK, 0, -.020);
    t.put(UPPER_LIP_RAISER, MOUTH_CORNER, 0, -.006);
    t.put(LIP_CORNER_PULLER, MOUTH_CORNER, .070, -.075);
    t.put(LIP_CORNER_PULLER, UPPER_LIP, .012, -.010);
    t.put(LIP_CORNER_PULLER, LOWER_LIP, 0, -.004);
    t.put(LIP_CORNER_PULLER, CHEEK, .014, -.034);
    t.put(LIP_CORNER_PULLER, LOWER_LID, 0, -.004);
    t.put(LIP_CORNER_PULLER, NOSE_WING, .008, 0);
    t.put(DIMPLER, MOUTH_CORNER, .054, -.040);
    t.put(DIMPLER, CHEEK, .004, -.008);
    t.put(LIP_CORNER_DEPRESSOR, MOUTH_CORNER, .008, .068);
    t.put(LIP_CORNER_DEPRESSOR, LOWER_LIP, 0, .004);
    t.put(LIP_CORNER_DEPRESSOR, CHEEK, 0, .014);
    t.put(CHIN_RAISER, CHIN, 0, -.028);
    t.put(CHIN_RAISER, LOWER_LIP, 0, -.034);
    t.put(CHIN_RAISER, LOWER_LIP_INNER, 0, -.034);
    t.put(CHIN_RAISER, UPPER_LIP_INNER, 0, -.034);
    t.put(CHIN_RAISER, UPPER_LIP, 0, -.022);
    t.put(CHIN_RAISER, MOUTH_CORNER, 0, .008);
    t.put(LIP_STRETCHER, MOUTH_CORNER, .080, .014);
    t.put(LIP_STRETCHER, UPPER_LIP, .016, .008);
    t.put(LIP_STRETCHER, LOWER_LIP, 0, -.008);
    t.put(LIP_STRETCHER, JAW, .010, 0);
    t.put(LIP_TIGHTENER, UPPER_LIP, 0, .022);
    t.put(LIP_TIGHTENER, LOWER_LIP, 0, -.032);
    t.put(LIP_TIGHTENER, MOUTH_CORNER, -.024, 0);
    t.put(LIPS_PART, UPPER_LIP, 0, -.010);
    t.put(LIPS_PART, UPPER_LIP_INNER, 0, -.014);
    t.put(LIPS_PART, LOWER_LIP_INNER, 0, .040);
    t.put(LIPS_PART, LOWER_LIP, 0, .034);
    t.put(JAW_DROP, LOWER_LIP_INNER, 0, .125);
    t.put(JAW_DROP, LOWER_LIP, 0, .130);
    t.put(JAW_DROP, MOUTH_CORNER, -.018, .046);
    t.put(JAW_DROP, CHEEK, -.010, .012);
    t.put(JAW_DROP, JAW, -.006, .070);
    t.put(JAW_DROP, CHIN, 0, .135);
    return t.finished();
  }

  private static final class Table {
    private final Map<ActionUnit, List<UnitMotion>> motions = new EnumMap<>(ActionUnit.class);

    void put(ActionUnit unit, Landmark landmark, double outward, double down) {
      motions
          .computeIfAbsent(unit, u -> new ArrayList<>())
          .add(new UnitMotion(landmark, outward, down));
    }

    Map<ActionUnit, List<UnitMotion>> finished() {
      motions.replaceAll((unit, list) -> List.copyOf(list));
      return Collections.unmodifiableMap(motions);
    }
  }
}
