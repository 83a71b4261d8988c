package org.macro2micro.catalog;

/**
 * Whom the databases show, as far as their publications say. Sheets and folders do not say it, so
 * no score can be given for a group of people.
 */
public final class ShownPeople {
  private ShownPeople() {}

  /** Returns a sentence on age, gender and origin of the people in a database. */
  public static String of(Databases database) {
    return switch (database) {
      case CASME2 ->
          "CASME II shows young adults recorded in China, of 22 years on average (Yan et al. 2014); the gender of each person is not known here.";
      case SMIC, SMIC_VIS, SMIC_NIR ->
          "SMIC shows 16 people recorded in Finland (Li et al. 2013); their age, gender and origin are not known here.";
      case SAMM ->
          "SAMM shows adults recorded in the United Kingdom, of 33 years on average, half of them women, of 13 ethnicities (Davison et al. 2018).";
      case COMPOSITE, MER_FLOW ->
          of(Databases.CASME2) + " " + of(Databases.SMIC) + " " + of(Databases.SAMM);
      case CKPLUS ->
          "CK+ shows adults of 18 to 50 years, 69% of them women, 81% Euro-American, 13% Afro-American, 6% of other groups (Lucey et al. 2010).";
      case MMI ->
          "MMI shows people of 19 to 62 years, about half of them women, European, Asian or South American (the database's own fact sheet).";
    };
  }
}
