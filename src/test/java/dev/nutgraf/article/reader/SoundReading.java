package dev.nutgraf.article.reader;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.Block;
import dev.nutgraf.chars.WhiteSpace;
import java.nio.charset.StandardCharsets;

/** What holds for every reading, whatever the bytes. */
final class SoundReading {
  private SoundReading() {}

  /** Reads a file, which may end in nothing but an article with sound blocks or a rejection. */
  static void check(ArticleReader reader, ArticleFile file) {
    try {
      checkBlocks(reader.read(file));
    } catch (ArticleRejectedException rejected) {
      assertFalse(rejected.getMessage().isBlank());
    }
  }

  /** In order, without overlap, trimmed, and with nothing but white space between them. */
  private static void checkBlocks(Article article) {
    String text = article.text();
    int at = 0;
    for (Block block : article.blocks()) {
      assertTrue(block.start() >= at && block.start() < block.end(), () -> "order: " + block);
      assertBlank(text, at, block.start());
      at = block.end();
    }
    assertBlank(text, at, text.length());
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    assertTrue(utf8.length >= text.length());
  }

  private static void assertBlank(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      int position = i;
      assertTrue(
          WhiteSpace.isWhiteSpace(text.charAt(i)), () -> "text outside of blocks at " + position);
    }
  }
}
