package org.macro2micro.report.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.macro2micro.report.PageText.count;
import static org.macro2micro.report.PageText.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.report.PageText;

class PredictionPageTest {
  private static final String PAGE = PredictionPage.render(PredictionCases.clips());

  @TempDir Path temp;

  @Test
  void isOneWellFormedFileThatLoadsNothing() throws IOException {
    Path file = temp.resolve("page.html");
    PredictionPage.write(file, PredictionCases.clips());
    assertThat(file).hasContent(PAGE);
    PageText.assertLoadsNothing(PAGE);
    PageText.assertWellFormed(PAGE);
    assertThat(PAGE).doesNotContain("<script");
  }

  @Test
  void tellsEachClipInTheOrderGiven() {
    assertThat(text(PAGE))
        .contains(
            "2 clips were looked at.",
            "– own/ben/c&amp;&lt;b&gt; surprise negative 0.125 positive 0.250 surprise 0.625 own/anna/take 1 negative negative 0.500",
            "negative 1 positive 0 surprise 1",
            "Model composite.safetensors",
            "own/carl/take 1: no face",
            "preprocess.size 112");
    assertThat(count(PAGE, "<img ")).isEqualTo(1);
    assertThat(PAGE).contains("alt=\"Face at the apex of own/anna/take 1\"");
  }

  @Test
  void noClipsAreAPage() {
    String page =
        PredictionPage.render(
            new PredictionContent(
                PredictionCases.HOSTILE,
                List.of("a"),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                Optional.empty()));
    assertThat(text(page)).contains("There was no clip to look at.");
    assertThat(page).doesNotContain("<script", "<table", "id=\"about\"");
    PageText.assertWellFormed(page);
  }

  @Test
  void scoresMustFitTheClasses() {
    Prediction odd = new Prediction(ClipId.of("d", "s", "c"), "a", List.of(.5, .5));
    assertThatThrownBy(
            () ->
                new PredictionContent(
                    "t",
                    List.of("a"),
                    List.of(odd),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    Map.of(),
                    Optional.empty()))
        .hasMessageContaining("clip d/s/c: class \"a\" with 2 scores");
  }
}
