package org.macro2micro.catalog;

/** The methods, each once. */
public enum Methods {
  /** The baseline of section 2.2. */
  TWO_STREAM(
      "two-stream",
      "MiNet alone: ResNet18 on the apex frame and ResNet18 on all frames, fused (L_c)",
      "c",
      "micro clips as frames, onset differences or flow; an apex, annotated or assumed",
      "Xia and Wang, IJCAI 2021, section 2.2"),
  /** The proposed method. */
  MACRO_TO_MICRO(
      "macro-to-micro",
      "MiNet guided by MaNet: domain discriminators behind gradient reversal, sampling-interval"
          + " classifier, contrastive term",
      "c with any of +s +sam +t +con",
      "the same, and macro clips in the same form",
      "Xia and Wang, IJCAI 2021, Eq. 1 to 8");

  private final String label;
  private final String title;
  private final String rows;
  private final String needs;
  private final String citation;

  Methods(String label, String title, String rows, String needs, String citation) {
    this.label = label;
    this.title = title;
    this.rows = rows;
    this.needs = needs;
    this.citation = citation;
  }

  /** Its name, such as "macro-to-micro". */
  public String label() {
    return label;
  }

  /** What it is, in a line. */
  public String title() {
    return title;
  }

  /** The rows of an experiment that are this method. */
  public String rows() {
    return rows;
  }

  /** What it needs to be given. */
  public String needs() {
    return needs;
  }

  /** Where it comes from. */
  public String citation() {
    return citation;
  }
}
