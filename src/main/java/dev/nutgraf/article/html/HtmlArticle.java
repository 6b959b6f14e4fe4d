package dev.nutgraf.article.html;

import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.Extraction;
import dev.nutgraf.article.boilerplate.BlockWriter;
import java.util.List;
import org.jsoup.nodes.Document;

/** An HTML page: the text of its article without what surrounds it, and what the page states. */
public final class HtmlArticle {
  private HtmlArticle() {}

  public static Extraction read(String html) {
    Document page = HtmlParser.parse(html);
    ArticleMetadata metadata = HtmlMetadata.of(page);
    BlockWriter writer = new BlockWriter();
    MainContent content = MainContent.of(page.body());
    HtmlText.write(content.element(), writer, content.dropped());
    return writer.extraction(metadata, List.of());
  }
}
