package dev.nutgraf.article;

import dev.nutgraf.article.FactsBuilder.Matter;
import org.jsoup.nodes.Document;

/** What a page states about its article. */
final class PageFacts {
  private PageFacts() {}

  static Facts of(Document page) {
    return new FactsBuilder().add(Matter.HEADLINE, page.title(), Fact.Origin.META).build();
  }
}
