package dev.nutgraf.article;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** An HTML page: the text of its article without what surrounds it, and what the page states. */
final class HtmlArticle {
  /** Deeper elements are closed early: the parser looks through all open ones at every tag. */
  private static final int MAX_DEPTH = 200;

  private HtmlArticle() {}

  static Extraction read(String html) {
    Document page = parse(html);
    Facts facts = PageFacts.of(page);
    BlockWriter writer = new BlockWriter();
    MainContent content = MainContent.of(page.body());
    HtmlText.write(content.element(), writer, content.dropped());
    return writer.extraction(facts, List.of());
  }

  static Document parse(String html) {
    return Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, "");
  }
}
