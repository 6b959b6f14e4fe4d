package dev.nutgraf.article.html;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Pages that would take minutes if time grew with the square of their length. */
class HtmlTimeTest {
  @Test
  void comparesFewArticlesOfScriptsWithFewHeadings() {
    StringBuilder page = new StringBuilder("<script type='application/ld+json'>[");
    for (int i = 0; i < 6_000; i++) {
      page.append(i == 0 ? "" : ",").append("{\"@type\":\"NewsArticle\",\"headline\":\"Quay ");
      page.append(i).append("\"}");
    }
    page.append("]</script>").append("<h1>The quay of the old harbor</h1>".repeat(6_000));
    reads(page + "<p>The harbor bridge closes on Monday, and ferries replace it until May.</p>");
  }

  @Test
  void comparesFewHiddenElementsWithTheTextOfThePage() {
    StringBuilder page = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      String prose =
          "The harbor bridge closes on Monday, ferry %d replaces it until next May, and so on.";
      page.append("<p>").append(prose.formatted(2 * i)).append("</p><div aria-hidden=true><p>");
      page.append(prose.formatted(2 * i + 1)).append("</p></div>");
    }
    reads(page.toString());
  }

  private static void reads(String page) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertFalse(HtmlArticle.read(page).text().isEmpty()));
  }
}
