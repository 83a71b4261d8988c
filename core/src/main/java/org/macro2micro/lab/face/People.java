package org.macro2micro.lab.face;

/**
 * The kind of people that a database shows. Ages follow what the databases' papers say of their
 * participants: young adults, mean age 22 (CASME II), against 18 to 50 years and several origins
 * (CK+). The shares of glasses, beards and hair colours are the lab's own choice.
 *
 * @param lightestSkin lower end of the skin tones, 0 (lightest) to 1 (darkest)
 * @param darkestSkin upper end
 * @param lightHair share of people whose hair is lighter than dark brown
 * @param age strongest lines of age, 0 to 1
 * @param glasses share of people who wear glasses
 * @param beards share of people with a visible beard or stubble
 */
public record People(
    double lightestSkin,
    double darkestSkin,
    double lightHair,
    double age,
    double glasses,
    double beards) {
  /** Young adults, as in CASME II. */
  public static final People STUDENTS = new People(.05, .42, .05, .25, .2, .1);

  /** Adults of all ages and several origins, as in CK+. */
  public static final People MIXED = new People(0, .85, .5, 1, .06, .2);
}
