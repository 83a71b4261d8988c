package org.macro2micro.method.graph;

import java.util.List;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.TrainedModel;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.UnitMethod;
import org.macro2micro.method.UnitPage;
import org.macro2micro.method.UnitRecognizer;

/**
 * The scores that AU-GACN gives the action units of a clip. It is trained as its row is, with
 * classes and units at once ({@code au-weight}), on the units of its training clips; only what it
 * says of the units is looked at.
 */
public final class AuGacnUnits implements UnitMethod {
  /** The method. */
  public static final UnitPage PAGE =
      new UnitPage(
          AuGacnMethod.PAGE.name(),
          "the action units' scores of AU-GACN, trained with classes and units at once",
          AuGacnMethod.PAGE.needs(),
          block -> new AuGacnUnits((AuGacnMethod) AuGacnMethod.PAGE.maker().make(block)));

  private final AuGacnMethod method;

  private AuGacnUnits(AuGacnMethod method) {
    this.method = method;
  }

  @Override
  public int epochs() {
    return method.epochs().values().stream().mapToInt(epochs -> epochs).sum();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if no training clip shows a unit without doubt, or all are of
   *     one class
   */
  @Override
  public UnitRecognizer fit(LabelledExamples clips, List<Integer> units, FitContext context) {
    TrainedModel model = method.train(TrainingData.of(clips), context);
    return method.units(
        model, UnitGraph.of(clips.units().values()).units(), units, context.device());
  }
}
