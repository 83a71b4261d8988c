package org.macro2micro.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

/** Looks at a page as a reader or a browser does. */
public final class PageText {
  private PageText() {}

  /** What a reader sees: no scripts, styles or tags, single spaces. */
  public static String text(String page) {
    String body = markup(page).substring(markup(page).indexOf("<body"));
    return body.replace("<wbr>", "")
        .replaceAll("<[^>]*>", " ")
        .replaceAll("\\s+", " ")
        .replaceAll(" ([,.)])", "$1")
        .replace("( ", "(");
  }

  /** The page without the contents of its scripts and styles. */
  public static String markup(String page) {
    return page.replaceAll("(?s)<(script|style)[^>]*>.*?</\\1>", "");
  }

  public static long count(String page, String pattern) {
    return Pattern.compile(pattern).matcher(page).results().count();
  }

  /** Every address lies within the page. */
  public static void assertLoadsNothing(String page) {
    List<String> addresses =
        Pattern.compile("\\b(?:src|href)\\s*=\\s*[\"']?([^\"'\\s>]*)")
            .matcher(markup(page))
            .results()
            .map(m -> m.group(1))
            .toList();
    assertThat(addresses).allMatch(a -> a.matches("#.*|data:image/png;base64,.*"));
    assertThat(page).contains("default-src 'none'").doesNotContain("@import", "url(", "<link");
  }

  /** Elements are closed, ids are unique and references lead somewhere. */
  public static void assertWellFormed(String page) {
    assertThat(page).startsWith("<!DOCTYPE html>").contains("<html lang=\"en\">", "<main>", "<h1>");
    for (String element :
        List.of(
            "table", "section", "div", "figure", "details", "tr", "td", "svg", "ul", "li",
            "span")) {
      assertThat(count(markup(page), "<" + element + "[ >]"))
          .as(element)
          .isEqualTo(count(markup(page), "</" + element + ">"));
    }
    List<String> ids =
        Pattern.compile("\\bid=\"([^\"]*)\"").matcher(page).results().map(m -> m.group(1)).toList();
    assertThat(ids).doesNotHaveDuplicates();
    Pattern reference = Pattern.compile("(?:href=\"#|aria-labelledby=\"|for=\")([^\"]*)\"");
    assertThat(reference.matcher(markup(page)).results().map(m -> m.group(1))).isSubsetOf(ids);
    assertThat(count(page, "<img ")).isEqualTo(count(page, "<img [^>]*alt=\"[^\"]+\""));
  }
}
