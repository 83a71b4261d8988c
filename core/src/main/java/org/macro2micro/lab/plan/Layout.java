package org.macro2micro.lab.plan;

import java.util.List;
import java.util.Set;
import org.macro2micro.clip.Emotion;
import org.macro2micro.lab.face.People;

/** The official layouts that the lab writes. */
public enum Layout {
  /** CASME II: a sheet, and cropped micro-expressions from onset to offset. */
  CASME_TWO("casme2"),
  /** SMIC HS: cropped micro-expressions whose folder is their label. */
  SMIC("smic"),
  /** SAMM: a sheet below a preface, and grey micro-expressions with the numbers of the film. */
  SAMM("samm"),
  /** CK+: macro-expressions from neutral to peak, with one file for each label. */
  CK_PLUS("ckplus"),
  /** MMI: videos of macro-expressions from neutral to peak to neutral, with XML beside them. */
  MMI("mmi");

  private final String database;

  Layout(String database) {
    this.database = database;
  }

  /** Short name of the database, such as "casme2". */
  public String database() {
    return database;
  }

  /** The labels that the database knows, in the order in which small databases are dealt. */
  public List<Emotion> emotions() {
    return switch (this) {
      case CASME_TWO ->
          List.of(
              Emotion.HAPPINESS,
              Emotion.DISGUST,
              Emotion.SURPRISE,
              Emotion.REPRESSION,
              Emotion.OTHER,
              Emotion.SADNESS,
              Emotion.FEAR);
      case SMIC -> List.of(Emotion.NEGATIVE, Emotion.POSITIVE, Emotion.SURPRISE);
      case SAMM ->
          List.of(
              Emotion.ANGER,
              Emotion.HAPPINESS,
              Emotion.SURPRISE,
              Emotion.CONTEMPT,
              Emotion.OTHER,
              Emotion.DISGUST,
              Emotion.FEAR,
              Emotion.SADNESS);
      case CK_PLUS ->
          List.of(
              Emotion.ANGER,
              Emotion.CONTEMPT,
              Emotion.DISGUST,
              Emotion.FEAR,
              Emotion.HAPPINESS,
              Emotion.SADNESS,
              Emotion.SURPRISE);
      case MMI ->
          List.of(
              Emotion.ANGER,
              Emotion.DISGUST,
              Emotion.FEAR,
              Emotion.HAPPINESS,
              Emotion.SADNESS,
              Emotion.SURPRISE);
    };
  }

  /** The labels of small databases: those of the database's own five-class task if it has one. */
  List<Emotion> usualEmotions() {
    return this == CASME_TWO || this == SAMM ? emotions().subList(0, 5) : emotions();
  }

  /** Whether it shows full expressions. */
  public boolean isMacro() {
    return this == CK_PLUS || this == MMI;
  }

  /** Whether clips end at the apex instead of after it. */
  boolean endsAtApex() {
    return this == CK_PLUS;
  }

  /** Whether every clip has a label: CK+ has sequences without, MMI other tasks. */
  boolean labelsEveryClip() {
    return !isMacro();
  }

  /** Returns the kind of people that the database shows. */
  public People people() {
    return switch (this) {
      case CASME_TWO, SMIC -> People.STUDENTS;
      case SAMM, CK_PLUS, MMI -> People.MIXED;
    };
  }

  /** Returns the studio in which the database was recorded. */
  public Studio studio() {
    return switch (this) {
      case CASME_TWO -> Studio.BRIGHT;
      case SMIC -> Studio.WARM;
      case SAMM -> Studio.GREY;
      case CK_PLUS -> Studio.DIM;
      case MMI -> Studio.BLUE;
    };
  }

  /** The labels that the composite task of MEGC 2019 leaves out. */
  Set<Emotion> leftOutOfCompositeTask() {
    return this == CASME_TWO
        ? Set.of(Emotion.OTHER, Emotion.SADNESS, Emotion.FEAR)
        : Set.of(Emotion.OTHER);
  }
}
