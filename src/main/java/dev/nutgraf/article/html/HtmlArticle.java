package dev.nutgraf.article.html;

import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import dev.nutgraf.article.Extraction;
import dev.nutgraf.article.boilerplate.BlockWriter;
import dev.nutgraf.chars.SentenceTerminators;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads HTML pages: the text of the article without navigation, comments and other surroundings,
 * and the metadata that the page declares.
 *
 * <p>A page with prose is never read as one without. If the article has none, prose is sought in
 * its tables, code and posts, then in all that the page shows, then in what it hides.
 */
public final class HtmlArticle {
  /** A shorter sentence outside of the prose is a label or a note. */
  private static final int MIN_PROSE_CHARS = 80;

  private HtmlArticle() {}

  public static Extraction read(String html) {
    Document page = HtmlParser.parse(html);
    ArticleMetadata metadata = HtmlMetadata.of(page);
    MainContent content = MainContent.of(page.body());
    Extraction article = extract(content.element(), content.dropped()::contains, metadata);
    if (hasSentence(article)) {
      return article;
    }
    return Stream.<Supplier<Extraction>>of(
            () -> article,
            () -> extract(page.body(), HtmlText::isHidden, metadata),
            () -> extract(page.body(), element -> false, metadata))
        .map(extraction -> promote(extraction.get()))
        .filter(HtmlArticle::hasSentence)
        .findFirst()
        .orElse(article);
  }

  private static Extraction extract(
      Element element, Predicate<Element> skipped, ArticleMetadata metadata) {
    BlockWriter writer = new BlockWriter();
    HtmlText.write(element, writer, skipped);
    return writer.extraction(metadata, List.of());
  }

  private static boolean hasSentence(Extraction extraction) {
    return extraction.blocks().stream()
        .anyMatch(
            block ->
                block.role().prose()
                    && SentenceTerminators.endsSentence(
                        extraction.text(), block.start(), block.end()));
  }

  /** Takes tables, code, captions and posts that read as prose for paragraphs. */
  private static Extraction promote(Extraction extraction) {
    List<Block> blocks =
        extraction.blocks().stream()
            .map(
                block ->
                    isUnmarkedProse(extraction.text(), block)
                        ? new Block(block.start(), block.end(), Role.PARAGRAPH)
                        : block)
            .toList();
    return new Extraction(extraction.text(), blocks, extraction.metadata(), extraction.warnings());
  }

  private static boolean isUnmarkedProse(String text, Block block) {
    return switch (block.role()) {
      case POST, TABLE, CODE, CAPTION, NOTE ->
          block.end() - block.start() > MIN_PROSE_CHARS
              && SentenceTerminators.endsSentence(text, block.start(), block.end());
      default -> false;
    };
  }
}
