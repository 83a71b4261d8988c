package org.macro2micro.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macro2micro.method.MethodPage;

class MethodsTest {
  /** The methods beside the paper's own that learn from macro clips. */
  private static final Set<Methods> GUIDED =
      EnumSet.of(Methods.EMR, Methods.DYNAMIC, Methods.MICRO_NET, Methods.FINE_TUNED);

  @ParameterizedTest
  @EnumSource(Methods.class)
  void eachSaysWhatItIs(Methods method) {
    MethodPage page = method.page();
    assertThat(page.name()).matches("[a-z]+(-[a-z]+)*");
    assertThat(page.label()).isNotBlank();
    assertThat(page.title()).isNotBlank().doesNotContain("\n");
    assertThat(page.departures()).isNotBlank().doesNotContain("\n");
    boolean ours = method == Methods.MACRO_TO_MICRO;
    assertThat(Methods.named(page.name())).isEqualTo(ours ? Optional.empty() : Optional.of(method));
    assertThat(Methods.byName(page.name())).contains(method);
    assertThat(page.needs().words()).startsWith("micro clips as ");
    assertThat(page.needs().macro()).isEqualTo(ours || GUIDED.contains(method));
    assertThat(page.citation()).containsPattern("(19|20)[0-9]{2}");
  }

  @Test
  void eachOnce() {
    assertThat(Arrays.stream(Methods.values()).map(method -> method.page().name()))
        .doesNotHaveDuplicates();
    assertThat(Arrays.stream(Methods.values()).map(Methods::label)).doesNotHaveDuplicates();
    assertThat(Arrays.stream(Methods.values()).filter(method -> !method.isOfThePaper()))
        .containsExactly(Methods.FINE_TUNED, Methods.FLOW_KERNEL);
    assertThat(Arrays.stream(Methods.values()).map(method -> method.page().title()))
        .doesNotHaveDuplicates();
  }
}
