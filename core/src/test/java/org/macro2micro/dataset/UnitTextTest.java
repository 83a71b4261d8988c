package org.macro2micro.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macro2micro.clip.UnitChoice;
import org.macro2micro.clip.UnitCode;
import org.macro2micro.clip.UnitCoding;

class UnitTextTest {
  private static final Optional<UnitCode.Side> LEFT = Optional.of(UnitCode.Side.LEFT);
  private static final Optional<UnitCode.Side> RIGHT = Optional.of(UnitCode.Side.RIGHT);

  @Test
  void sidesIntensitiesAndAlternativesAreKept() {
    assertThat(read("4+L10"))
        .isEqualTo(coding(choice(UnitCode.of(4)), choice(code(10, LEFT, 0, false))));
    assertThat(read("12 or 14")).isEqualTo(coding(choice(UnitCode.of(12), UnitCode.of(14))));
    assertThat(read("R12B")).isEqualTo(coding(choice(code(12, RIGHT, 2, false))));
    assertThat(read("R4+7"))
        .isEqualTo(coding(choice(code(4, RIGHT, 0, false)), choice(UnitCode.of(7))));
    assertThat(read("12C+25"))
        .isEqualTo(coding(choice(code(12, Optional.empty(), 3, false)), choice(UnitCode.of(25))));
    assertThat(read("4+12?"))
        .isEqualTo(coding(choice(UnitCode.of(4)), choice(code(12, Optional.empty(), 0, true))));
    assertThat(read("4+12 or 14+17"))
        .as("alternatives bind more closely")
        .isEqualTo(
            coding(
                choice(UnitCode.of(4)),
                choice(UnitCode.of(12), UnitCode.of(14)),
                choice(UnitCode.of(17))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4 | 4",
        "04 | 4",
        "' 4 + 7 ' | 4+7",
        "4,7;9 | 4+7+9",
        "4\u00a0+\u00a07 | 4+7",
        "４＋７ | 4+7",
        "AU4+au 12 | 4+12",
        "L AU12 | L12",
        "AU L12 | L12",
        "r 12 b | R12B",
        "12 bl | L12B",
        "46L | L46",
        "12L? | L12?",
        "T23+B25A | T23+B25A",
        "L14A or R14A | L14A or R14A",
        "l14aorr14a | L14A or R14A",
        "12OR14 | 12 or 14",
        "12/14 | 12 or 14",
        "12 / 14 or 15 | 12 or 14 or 15",
        "12？ | 12?",
        "12 or 14? | 12 or 14?",
        "61+99 | 61+99",
        "4+4 | 4+4",
        "4E | 4E"
      })
  void writtenForms(String text, String expected) {
    UnitText read = UnitText.of(text);
    assertThat(read.unread()).isEmpty();
    assertThat(read.coding().map(UnitCoding::toString)).hasValue(expected);
    assertThat(read.problem("row 2")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00a0", "\u3000"})
  void anEmptyCellIsNoCoding(String text) {
    assertThat(UnitText.of(text)).isEqualTo(new UnitText(Optional.empty(), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "none", " None "})
  void thatNothingMovedIsACoding(String text) {
    assertThat(UnitText.of(text))
        .isEqualTo(new UnitText(Optional.of(UnitCoding.none()), List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4+x9+12 | 4+12+? | x9",
        "4+? | 4+? | ?",
        "4++7 | 4+7+? | ''",
        "4+ | 4+? | ''",
        "+4 | 4+? | ''",
        "4 7+12 | 12+? | 4 7",
        "4+100 | 4+? | 100",
        "4+0 | 4+? | 0",
        "4+12F | 4+? | 12F",
        "4+L12R | 4+? | L12R",
        "4+12 or x | 4+? | 12 or x",
        "4+12 or | 4+? | 12 or",
        "4+?12 | 4+? | ?12",
        "4+12?? | 4+? | 12??",
        "4+L | 4+? | L",
        "4+1.2 | 4+? | 1.2",
        "4+-7 | 4+? | -7"
      })
  void whatCanNotBeReadLeavesAnIncompleteCoding(String text, String expected, String unread) {
    UnitText read = UnitText.of(text);
    assertThat(read.coding().map(UnitCoding::toString)).hasValue(expected);
    assertThat(read.coding().orElseThrow().complete()).isFalse();
    assertThat(read.unread()).containsExactly(unread);
    assertThat(read.problem("row 2").orElseThrow())
        .startsWith("row 2 has action units that can't be read, \"" + unread + "\": expected")
        .endsWith("only " + expected + " is known");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "/", "-", "n/a", "happy", "4 7", "L/R12", "45123", "4.7", "+"})
  void whatCanNotBeReadAtAllIsUnknown(String text) {
    UnitText read = UnitText.of(text);
    assertThat(read.coding()).isEmpty();
    assertThat(read.problem("row 2").orElseThrow()).endsWith("; the clip's units are unknown");
  }

  @Test
  void longTextsAreNeitherReadNorRepeated() {
    UnitText read = UnitText.of("4+".repeat(150) + "7");
    assertThat(read.coding()).isEmpty();
    assertThat(read.problem("row 2").orElseThrow()).hasSizeLessThan(250).contains("4+4+4", "...");
    assertThat(UnitText.of("x+".repeat(100)).problem("row 2").orElseThrow())
        .contains("\"x\", \"x\", \"x\", ...:");
  }

  @Test
  void unitsOneByOneMayBeNoneAtAll() {
    assertThat(UnitText.ofUnits(List.of()).coding()).hasValue(UnitCoding.none());
    assertThat(UnitText.ofUnits(List.of("12", "L46")).coding().map(UnitCoding::toString))
        .hasValue("12+L46");
    UnitText damaged = UnitText.ofUnits(List.of(""));
    assertThat(damaged.coding()).isEmpty();
    assertThat(damaged.unread()).containsExactly("");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    SplittableRandom random = new SplittableRandom(1);
    for (int t = 0; t < 2_000; t++) {
      List<UnitChoice> choices = new ArrayList<>();
      for (int i = random.nextInt(1, 6); i > 0; i--) {
        List<UnitCode> codes = new ArrayList<>();
        for (int k = random.nextInt(1, 4); k > 0; k--) {
          int side = random.nextInt(UnitCode.Side.values().length + 1);
          codes.add(
              code(
                  random.nextInt(1, 100),
                  side == 0 ? Optional.empty() : Optional.of(UnitCode.Side.values()[side - 1]),
                  random.nextInt(6),
                  random.nextBoolean()));
        }
        choices.add(new UnitChoice(codes));
      }
      UnitCoding coding = new UnitCoding(choices, true);
      String text = coding.toString();
      String spaced = random.nextBoolean() ? text.replace("+", " + ") : text.replace(" ", "");
      assertThat(UnitText.of(spaced).coding()).as(spaced).hasValue(coding);
    }
  }

  @Test
  void anyTextEndsAsACodingOrAProblem() {
    String alphabet = "0123456789LRTBABCDEAUoOrR+,;/? ()x.-\u00a0\uff0b\ud83d\ude00\n\t\u0000";
    SplittableRandom random = new SplittableRandom(2);
    int[] ends = new int[3];
    for (int t = 0; t < 20_000; t++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append(
            random.nextInt(50) == 0
                ? (char) random.nextInt(0x10000)
                : alphabet.charAt(random.nextInt(alphabet.length())));
      }
      UnitText read = UnitText.of(text.toString());
      boolean complete = read.coding().map(UnitCoding::complete).orElse(false);
      boolean blank = text.toString().replaceAll("[\\s\\p{Z}]", "").isEmpty();
      assertThat(read.problem("row 2").isEmpty()).as(text.toString()).isEqualTo(complete || blank);
      ends[complete ? 0 : read.coding().isPresent() ? 1 : 2]++;
    }
    assertThat(ends).doesNotContain(0);
  }

  private static UnitCoding read(String text) {
    return UnitText.of(text).coding().orElseThrow();
  }

  private static UnitCode code(
      int number, Optional<UnitCode.Side> side, int intensity, boolean doubtful) {
    OptionalInt graded = intensity == 0 ? OptionalInt.empty() : OptionalInt.of(intensity);
    return new UnitCode(number, side, graded, doubtful);
  }

  private static UnitChoice choice(UnitCode... codes) {
    return new UnitChoice(List.of(codes));
  }

  private static UnitCoding coding(UnitChoice... choices) {
    return new UnitCoding(List.of(choices), true);
  }
}
