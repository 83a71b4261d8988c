package org.macro2micro.report.model;

/** What every card says alike. docs/responsible-use.md says it at length. */
final class CardTerms {
  static final String INTENDED =
      """
      Research on facial movement with people who know of it and agree: to find and sort brief movements for a person who
      looks at them and judges, to compare methods, to teach. What it says is a hint about a face, to be checked by eye.
      """;

  static final String FORBIDDEN =
      """
      - It is not a lie detector, and does not tell what a person feels, intends or is. A movement of the face has many
        causes, and the same feeling shows in different people in different ways or not at all.
      - Nobody may decide about a person by it: about work, school, credit, insurance, health, asylum or guilt.
      - In the European Union, Article 5(1)(f) of the AI Act (Regulation (EU) 2024/1689) prohibits inferring emotions of
        people at work and in education, but for medical or safety reasons.
      - Where its use is allowed, the people it looks at must be told: Article 50(3) of the same Act. The General Data
        Protection Regulation applies to their faces too.
      - `macro2micro predict --movement-only` finds movements and names no emotion. Take it where that is enough.
      """;

  static final String UNTESTED =
      "Scores by age, gender, skin colour, origin, beard, glasses or illness are not known, since the databases' sheets do not say these for a clip. Children, people in talk or motion, and light or cameras other than those of the recordings were not tested.";

  static final String RETENTION =
      """
      The model's files hold weights, settings, versions and digests. They hold no pictures; of people they hold at most
      the database's own code for the person whom the model has not seen. Prepared clips, which show faces, lie in the cache beside
      the work until somebody deletes them. `predict` writes pages with pictures of faces into its folder and sends
      nothing anywhere: who runs it says when they are deleted.
      """;

  private CardTerms() {}
}
