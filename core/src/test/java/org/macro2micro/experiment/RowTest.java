package org.macro2micro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macro2micro.loss.ContrastDomains;
import org.macro2micro.loss.LossTerm;

class RowTest {
  @Test
  void thePapersSixRows() {
    assertThat(Row.PAPER_ROWS)
        .extracting(Row::toString)
        .containsExactly("c", "c+s", "c+sam+t", "c+s+sam+t", "c+con", "c+s+sam+t+con");
    assertThat(Row.PAPER_ROWS).startsWith(Row.L_C).endsWith(Row.ALL_TERMS);
    assertThat(Row.PAPER_ROWS).allMatch(Row::isOfTerms);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c",
        "c-continued",
        "c+con-micro",
        "c+s",
        "c+sam+t",
        "c+s+sam+t+con",
        "ststnet",
        "mine"
      })
  void aTextComesBackAsItWas(String text) {
    assertThat(Row.parse(text)).hasToString(text).isEqualTo(Row.parse(text));
  }

  @Test
  void termsStandInTheirOrder() {
    assertThat(Row.parse("con+s+c")).hasToString("c+s+con").isEqualTo(Row.parse("c+s+con"));
    assertThat(Row.parse("t+c+sam").terms())
        .containsExactly(
            LossTerm.CLASSIFICATION, LossTerm.SAMPLING_INTERVAL, LossTerm.TEMPORAL_DOMAIN);
  }

  @Test
  void theControlHasAPhaseThreeWithoutNewTerms() {
    assertThat(Row.parse("c-continued")).isEqualTo(Row.CONTROL);
    assertThat(Row.CONTROL.terms()).containsExactly(LossTerm.CLASSIFICATION);
    assertThat(Row.CONTROL.isTransferred()).isTrue();
    assertThat(Row.L_C.terms()).isEqualTo(Row.CONTROL.terms());
    assertThat(Row.L_C.isTransferred()).isFalse();
    assertThat(Row.parse("c+con").isTransferred()).isTrue();
  }

  @Test
  void theControlOfTheContrastHasTheTermsOfTheRowThatItIsFor() {
    Row contrast = Row.parse("c+con");
    assertThat(Row.parse("c+con-micro")).isEqualTo(Row.MICRO_CONTRAST).isNotEqualTo(contrast);
    assertThat(Row.MICRO_CONTRAST.terms()).isEqualTo(contrast.terms());
    assertThat(Row.MICRO_CONTRAST.isTransferred()).isTrue();
    assertThat(Row.MICRO_CONTRAST.isOfTerms()).isTrue();
    assertThat(Row.MICRO_CONTRAST.contrast()).isEqualTo(ContrastDomains.MICRO);
    for (Row other : List.of(contrast, Row.L_C, Row.CONTROL, Row.parse("mine"))) {
      assertThat(other.contrast()).isEqualTo(ContrastDomains.BOTH);
    }
  }

  @Test
  void anyOtherTextIsAMethod() {
    Row mine = Row.parse("my method, v2");
    assertThat(mine.method()).contains("my method, v2");
    assertThat(mine.isOfTerms()).isFalse();
    assertThat(mine.isTransferred()).isFalse();
    assertThat(mine.terms()).isEmpty();
    assertThat(Row.ALL_TERMS.method()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "s",
        "con",
        "c+",
        "+",
        "c+c",
        "c++s",
        "c+no-term",
        "s+t",
        "c-continued+s",
        "c+con-micro+s",
        "c+s-micro"
      })
  void textsThatAreMeantAsTermsAndAreNoneAreRefused(String text) {
    assertThatThrownBy(() -> Row.parse(text))
        .hasMessageStartingWith(
            "row \"%s\": expected c, alone or with some of s, sam, t, con".formatted(text))
        .hasMessageEndingWith(
            ", joined by +, each once; or c-continued; or c+con-micro; or a method's name");
  }

  @Test
  void valuesThatNoTextGivesCantBeMade() {
    Set<LossTerm> guided = EnumSet.of(LossTerm.CLASSIFICATION, LossTerm.CONTRASTIVE);
    ContrastDomains both = ContrastDomains.BOTH;
    assertThatThrownBy(() -> new Row.OfTerms(guided, false, both))
        .hasMessageContaining("L_c alone");
    assertThatThrownBy(() -> new Row.OfTerms(EnumSet.of(LossTerm.CONTRASTIVE), true, both))
        .hasMessageContaining("L_c among them");
    for (Set<LossTerm> terms :
        List.of(EnumSet.allOf(LossTerm.class), EnumSet.of(LossTerm.CLASSIFICATION))) {
      assertThatThrownBy(() -> new Row.OfTerms(terms, true, ContrastDomains.MICRO))
          .hasMessageContaining("contrast over micro clips alone");
    }
    for (String name : List.of("c", "c+s", "c-continued", "c+con-micro", " ")) {
      assertThatThrownBy(() -> new Row.OfMethod(name)).hasMessageContaining("row \"" + name + "\"");
    }
  }

  @ParameterizedTest
  @CsvSource({"c+s", "c-continued", "c+con-micro", "lbp-top"})
  void inJsonItIsItsText(String text) throws Exception {
    assertThat(RunJson.tree(Row.parse(text)).asText()).isEqualTo(text);
    assertThat(RunJson.value(RunJson.tree(text), Row.class)).isEqualTo(Row.parse(text));
  }
}
