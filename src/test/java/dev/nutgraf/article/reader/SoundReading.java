package dev.nutgraf.article.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.Block;
import dev.nutgraf.chars.WhiteSpace;
import java.nio.charset.StandardCharsets;

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
   * between them, and that the text survives UTF-8, the encoding of all documents.
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
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    assertEquals(text, new String(utf8, StandardCharsets.UTF_8), "an unpaired surrogate");
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
