package org.macro2micro.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class UnitCodingTest {
  private static final UnitCode L14A = code(14, UnitCode.Side.LEFT, 1);
  private static final UnitCode R14B = code(14, UnitCode.Side.RIGHT, 2);
  private static final UnitCode DOUBTFUL_7 =
      new UnitCode(7, Optional.empty(), OptionalInt.empty(), true);

  @Test
  void whatIsCertainHoldsWhicheverAlternativeIsTrue() {
    UnitCoding coding =
        coding(
            true,
            choice(UnitCode.of(25)),
            choice(UnitCode.of(4), UnitCode.of(9)),
            choice(L14A, R14B),
            choice(DOUBTFUL_7));
    assertThat(coding.certain()).containsExactly(14, 25);
    assertThat(coding.possible()).containsExactly(4, 7, 9, 14, 25);
  }

  @Test
  void aUnitThatIsAlsoAnAlternativeElsewhereIsCertain() {
    UnitCoding coding =
        coding(true, choice(UnitCode.of(4), UnitCode.of(9)), choice(UnitCode.of(9)));
    assertThat(coding.certain()).containsExactly(9);
  }

  @Test
  void codedWithoutUnitsIsNotTheSameAsNotCoded() {
    assertThat(UnitCoding.none().choices()).isEmpty();
    assertThat(new Annotation(Emotion.FEAR, Optional.of(UnitCoding.none())))
        .isNotEqualTo(Annotation.of(Emotion.FEAR));
    assertThat(Annotation.of(Emotion.FEAR).units()).isEmpty();
    assertThatThrownBy(() -> coding(false)).hasMessageContaining("expected no coding instead");
  }

  @Test
  void isWrittenAsSheetsWriteIt() {
    assertThat(coding(true, choice(UnitCode.of(4)), choice(L14A, R14B), choice(DOUBTFUL_7)))
        .hasToString("4+L14A or R14B+7?");
    assertThat(coding(false, choice(code(23, UnitCode.Side.BOTTOM, 5)))).hasToString("B23E+?");
    assertThat(UnitCoding.none()).hasToString("");
  }

  @Test
  void numbersAndIntensitiesAreThoseOfTheCodingSystem() {
    assertThatThrownBy(() -> UnitCode.of(0)).hasMessageContaining("action unit 0: expected");
    assertThatThrownBy(() -> UnitCode.of(100)).hasMessageContaining("1 to 99");
    assertThatThrownBy(() -> code(4, UnitCode.Side.LEFT, 0)).hasMessageContaining("intensity 0");
    assertThatThrownBy(() -> code(4, UnitCode.Side.LEFT, 6)).hasMessageContaining("1 (A) to 5 (E)");
    assertThatThrownBy(UnitCodingTest::choice).hasMessageContaining("0 alternatives");
  }

  @Test
  void aCorpusGivesWhatItsClipsShow() {
    Clip clip = LabelSchemeTest.clip("db", "a", Emotion.FEAR).clip();
    Annotation annotation = new Annotation(Emotion.ANGER, Optional.of(UnitCoding.none()));
    Corpus corpus = new Corpus(List.of(new LabelledClip(clip, annotation)));
    assertThat(corpus.annotations()).containsOnlyKeys(clip.id()).containsValue(annotation);
    assertThat(corpus.labels()).containsValue(Emotion.ANGER);
  }

  private static UnitCode code(int number, UnitCode.Side side, int intensity) {
    return new UnitCode(number, Optional.of(side), OptionalInt.of(intensity), false);
  }

  private static UnitChoice choice(UnitCode... codes) {
    return new UnitChoice(List.of(codes));
  }

  private static UnitCoding coding(boolean complete, UnitChoice... choices) {
    return new UnitCoding(List.of(choices), complete);
  }
}
