package dev.nutgraf.article.html;

import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.Extraction;
import dev.nutgraf.article.boilerplate.BlockWriter;
import java.util.List;
import org.jsoup.nodes.Document;

/**
 * Reads HTML pages: the text of the article without navigation, comments and other surroundings,
 * and the metadata that the page declares.
 */
public final class HtmlArticle {
  private HtmlArticle() {}

  public static Extraction read(String html) {
    Document page = HtmlParser.parse(html);
    ArticleMetadata metadata = HtmlMetadata.of(page);
    BlockWriter writer = new BlockWriter();
    MainContent content = MainContent.of(page.body());
    HtmlText.write(content.element(), writer, content.dropped()::contains);
    return writer.extraction(metadata, List.of());
  }
}
