package org.macro2micro.studio.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The expected numbers are worked out by hand. */
class AgreementTest {
  private static LayerInterval at(String id, int onset, int offset, String kind, String label) {
    return new LayerInterval(id, onset, null, offset, kind, label, "");
  }

  @Test
  void pairsOverlapByHalfAndCountOnce() {
    // Frames 0 to 9 and 0 to 4: 5 of 10. Frames 20 to 29 and 26 to 35: 4 of 16, which is too few.
    Intervals a =
        new Intervals(List.of(at("1", 0, 9, "micro", null), at("2", 20, 29, "micro", null)));
    Intervals b =
        new Intervals(
            List.of(
                at("1", 0, 4, "micro", null),
                at("2", 5, 9, "micro", null),
                at("3", 26, 35, "micro", null)));
    Agreement found = Agreement.of(a, b);
    assertThat(found.matched()).isEqualTo(1);
    assertThat(found.onlyA()).isEqualTo(1);
    assertThat(found.onlyB()).isEqualTo(2);
    assertThat(found.f1()).isEqualTo(2.0 / 5);
    assertThat(found.iouMean()).isEqualTo(.5);
    assertThat(found.labelKappa()).isNull();
  }

  @Test
  void kindsDoNotMatchEachOther() {
    Intervals a = new Intervals(List.of(at("1", 0, 9, "micro", null)));
    Intervals b = new Intervals(List.of(at("1", 0, 9, "macro", null)));
    assertThat(Agreement.of(a, b).matched()).isZero();
    assertThat(Agreement.of(new Intervals(List.of()), new Intervals(List.of())).f1()).isEqualTo(1);
  }

  @Test
  void kappaIsCohens() {
    // Of four pairs three agree; by chance (2/4)(3/4) + (2/4)(1/4) = 1/2: kappa = (3/4 - 1/2) /
    // (1/2).
    String[][] labels = {{"joy", "joy"}, {"joy", "joy"}, {"fear", "joy"}, {"fear", "fear"}};
    List<LayerInterval> a = new java.util.ArrayList<>();
    List<LayerInterval> b = new java.util.ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      a.add(at("" + i, 10 * i, 10 * i + 5, "micro", labels[i][0]));
      b.add(at("" + i, 10 * i, 10 * i + 5, "micro", labels[i][1]));
    }
    assertThat(Agreement.of(new Intervals(a), new Intervals(b)).labelKappa())
        .isCloseTo(.5, within(1e-12));
  }

  @Test
  void anIntervalWithAWrongPartIsRefused() {
    for (String label : new String[] {"=1+1", "+x", "-x", "@x", "a\tb", "\u0001"}) {
      assertThatThrownBy(() -> at("1", 0, 1, "micro", label))
          .as(label)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(at("1", 0, 1, "micro", "  ").label()).isNull();
    assertThatThrownBy(() -> at("<b>", 0, 1, "micro", null)).hasMessageContaining("id");
    assertThatThrownBy(() -> at("1", 5, 4, "micro", null)).hasMessageContaining("onset 5");
    assertThatThrownBy(() -> at("1", 0, 1, "blink", null)).hasMessageContaining("kind");
    Intervals same =
        new Intervals(List.of(at("1", 0, 1, "micro", null), at("1", 3, 4, "micro", null)));
    assertThatThrownBy(() -> same.require(10)).hasMessageContaining("two intervals");
    Intervals late = new Intervals(List.of(at("1", 0, 10, "micro", null)));
    assertThatThrownBy(() -> late.require(10)).hasMessageContaining("0 to 9");
  }
}
