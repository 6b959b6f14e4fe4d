package dev.nutgraf.article.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.Block;
import dev.nutgraf.chars.WhiteSpace;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** The properties of every reading, whatever the bytes. */
final class SoundReading {
  private SoundReading() {}

  /** Asserts that reading ends in an article with sound blocks, or in a rejection with a reason. */
  static void check(ArticleReader reader, ArticleFile file) {
    try {
      checkBlocks(reader.read(file));
    } catch (ArticleRejectedException rejected) {
      assertFalse(rejected.getMessage().isBlank());
    }
  }

  /**
   * Asserts that blocks are in order, don't overlap, have no outer white space and nothing else
   * between them, and that text and metadata are fit for a document.
   */
  private static void checkBlocks(Article article) {
    String text = article.text();
    int at = 0;
    for (Block block : article.blocks()) {
      assertTrue(block.start() >= at && block.start() < block.end(), () -> "order: " + block);
      assertBlank(text, at, block.start());
      assertTrimmed(text, block);
      at = block.end();
    }
    assertBlank(text, at, text.length());
    assertFit(text);
    ArticleMetadata metadata = article.metadata();
    Stream.of(
            metadata.headline(),
            metadata.author(),
            metadata.datePublished(),
            metadata.publisher(),
            metadata.url(),
            metadata.inLanguage())
        .flatMap(Optional::stream)
        .forEach(field -> assertFit(field.value()));
  }

  /** Asserts that a text survives UTF-8 and has no controls but tabs and line ends. */
  private static void assertFit(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    assertEquals(text, new String(utf8, StandardCharsets.UTF_8), "an unpaired surrogate");
    boolean controls =
        text.chars().anyMatch(c -> Character.isISOControl(c) && "\t\n\r\u0085".indexOf(c) < 0);
    assertFalse(controls, "a control character");
  }

  private static void assertTrimmed(String text, Block block) {
    boolean loose =
        WhiteSpace.isWhiteSpace(text.charAt(block.start()))
            || WhiteSpace.isWhiteSpace(text.charAt(block.end() - 1));
    assertFalse(loose, () -> "outer white space: " + block);
  }

  private static void assertBlank(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      int position = i;
      assertTrue(
          WhiteSpace.isWhiteSpace(text.charAt(i)), () -> "text outside of blocks at " + position);
    }
  }
}
