package dev.nutgraf.article.reader;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.nutgraf.article.ArticleFile;
import java.util.Optional;

/**
 * Whatever the bytes, reading ends in an article with sound blocks or in {@link
 * ArticleRejectedException}.
 *
 * <p>A normal build replays the corpus beside the resources of this package; the profile {@code
 * fuzz} looks for new inputs, one method at a time.
 */
class ArticleReaderFuzzTest {
  private final ArticleReader reader = new ArticleReader(1 << 20);

  @FuzzTest(maxDuration = "10m")
  void anyBytes(byte[] bytes) {
    SoundReading.check(reader, ArticleFile.of("article", bytes));
  }

  @FuzzTest(maxDuration = "10m")
  void plainText(byte[] bytes) {
    SoundReading.check(reader, declared(bytes, "text/plain; charset=utf-8"));
  }

  @FuzzTest(maxDuration = "10m")
  void html(byte[] bytes) {
    SoundReading.check(reader, declared(bytes, "text/html"));
  }

  @FuzzTest(maxDuration = "10m")
  void markdown(byte[] bytes) {
    SoundReading.check(reader, declared(bytes, "text/markdown"));
  }

  @FuzzTest(maxDuration = "10m")
  void json(byte[] bytes) {
    SoundReading.check(reader, declared(bytes, "application/json"));
  }

  private static ArticleFile declared(byte[] bytes, String contentType) {
    return new ArticleFile("article", bytes, Optional.of(contentType), Optional.empty());
  }
}
