package org.macro2micro.lab.movement;

/** The units of the Facial Action Coding System that the lab's faces can move. */
public enum ActionUnit {
  INNER_BROW_RAISER(1),
  OUTER_BROW_RAISER(2),
  BROW_LOWERER(4),
  UPPER_LID_RAISER(5),
  CHEEK_RAISER(6),
  LID_TIGHTENER(7),
  NOSE_WRINKLER(9),
  UPPER_LIP_RAISER(10),
  LIP_CORNER_PULLER(12),
  DIMPLER(14),
  LIP_CORNER_DEPRESSOR(15),
  CHIN_RAISER(17),
  LIP_STRETCHER(20),
  LIP_TIGHTENER(23),
  LIPS_PART(25),
  JAW_DROP(26);

  private final int number;

  ActionUnit(int number) {
    this.number = number;
  }

  /** The unit's number in FACS, such as 12. */
  public int number() {
    return number;
  }

  /**
   * The unit of a FACS number.
   *
   * @throws IllegalArgumentException if the lab does not draw that unit
   */
  public static ActionUnit of(int number) {
    for (ActionUnit unit : values()) {
      if (unit.number == number) {
        return unit;
      }
    }
    throw new IllegalArgumentException(
        "action unit "
            + number
            + ": the lab draws 1, 2, 4-7, 9, 10, 12, 14, 15, 17, 20, 23, 25, 26");
  }
}
