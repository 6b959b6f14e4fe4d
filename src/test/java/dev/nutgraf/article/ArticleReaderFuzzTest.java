package dev.nutgraf.article;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Whatever the bytes, reading ends in an article with sound blocks or in {@link ArticleRejected}.
 *
 * <p>A normal build replays the corpus beside the resources of this package; the profile {@code
 * fuzz} looks for new inputs, one method at a time.
 */
class ArticleReaderFuzzTest {
  private final ArticleReader reader = new ArticleReader(1 << 20);

  @FuzzTest(maxDuration = "5m")
  void anyBytes(byte[] bytes) {
    check(ArticleFile.of("article", bytes));
  }

  @FuzzTest(maxDuration = "5m")
  void plainText(byte[] bytes) {
    check(declared(bytes, "text/plain; charset=utf-8"));
  }

  @FuzzTest(maxDuration = "5m")
  void html(byte[] bytes) {
    check(declared(bytes, "text/html"));
  }

  @FuzzTest(maxDuration = "5m")
  void markdown(byte[] bytes) {
    check(declared(bytes, "text/markdown"));
  }

  @FuzzTest(maxDuration = "5m")
  void json(byte[] bytes) {
    check(declared(bytes, "application/json"));
  }

  private static ArticleFile declared(byte[] bytes, String contentType) {
    return new ArticleFile("article", bytes, Optional.of(contentType), Optional.empty());
  }

  private void check(ArticleFile file) {
    try {
      checkBlocks(reader.read(file));
    } catch (ArticleRejected rejected) {
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
      assertTrue(WhiteSpace.is(text.charAt(i)), () -> "text outside of blocks at " + position);
    }
  }
}
