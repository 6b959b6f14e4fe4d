package dev.nutgraf.article;

import java.util.List;
import org.jsoup.nodes.Document;

/** An HTML page: the text of its article without what surrounds it, and what the page states. */
final class HtmlArticle {
  private HtmlArticle() {}

  static Extraction read(String html) {
    Document page = PageParser.parse(html);
    Facts facts = PageFacts.of(page);
    BlockWriter writer = new BlockWriter();
    MainContent content = MainContent.of(page.body());
    HtmlText.write(content.element(), writer, content.dropped());
    return writer.extraction(facts, List.of());
  }
}
