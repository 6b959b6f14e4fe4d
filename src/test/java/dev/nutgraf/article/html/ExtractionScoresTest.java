package dev.nutgraf.article.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pins the extraction of twenty pages in common layouts against the text that a reader would call
 * the article: paragraphs, sub-headings and list items, without headline, byline and captions.
 *
 * <p>Precision is the share of the extracted words that are expected, recall the share of the
 * expected words that are extracted; words count as often as they occur, and each ideograph or kana
 * is a word. A change that moves a score must move its pin, with the reason in the commit.
 */
class ExtractionScoresTest {
  private static final Path PAGES = Path.of("src/test/resources/dev/nutgraf/article/html/pages");

  @ParameterizedTest
  @CsvSource({
    "amp-page, 0.990, 1.000",
    "arabic-rtl, 0.940, 1.000",
    "blog-with-comments, 1.000, 1.000",
    "breaks-without-paragraphs, 0.924, 1.000",
    "captions-and-figures, 0.848, 1.000",
    "cookie-banner, 1.000, 1.000",
    "definition-faq, 1.000, 1.000",
    "div-columns, 0.944, 1.000",
    "french-regional, 0.972, 1.000",
    "german-daily, 0.962, 1.000",
    "interview, 0.860, 1.000",
    "japanese-news, 1.000, 1.000",
    "layout-table, 1.000, 1.000",
    "list-article, 1.000, 1.000",
    "live-blog, 0.930, 0.972",
    "news-site, 1.000, 1.000",
    "paywall-box, 1.000, 1.000",
    "recipe-with-story, 1.000, 1.000",
    "social-embeds, 1.000, 1.000",
    "spanish-magazine, 0.964, 1.000",
  })
  void extractsTheArticleOfAPageAsWellAsPinned(String page, String precision, String recall)
      throws IOException {
    String html = Files.readString(PAGES.resolve(page + ".html"));
    String text = HtmlArticle.read(html).text();
    Map<String, Integer> extracted = words(text);
    Map<String, Integer> expected = words(Files.readString(PAGES.resolve(page + ".txt")));
    int common = 0;
    for (Map.Entry<String, Integer> word : extracted.entrySet()) {
      common += Math.min(word.getValue(), expected.getOrDefault(word.getKey(), 0));
    }
    assertEquals(
        "precision %s, recall %s".formatted(precision, recall),
        String.format(
            Locale.ROOT,
            "precision %.3f, recall %.3f",
            (double) common / size(extracted),
            (double) common / size(expected)),
        text);
  }

  @Test
  void pinsEveryPage() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      assertEquals(
          20, files.filter(file -> file.toString().endsWith(".html")).count(), "pages in the set");
    }
  }

  private static int size(Map<String, Integer> words) {
    return words.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<String, Integer> words(String text) {
    Map<String, Integer> words = new HashMap<>();
    StringBuilder word = new StringBuilder();
    for (int c : (text + ' ').codePoints().toArray()) {
      boolean letter = Character.isLetterOrDigit(c);
      boolean alone =
          Character.isIdeographic(c)
              || Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA
              || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA;
      if (!word.isEmpty() && (!letter || alone)) {
        words.merge(word.toString(), 1, Integer::sum);
        word.setLength(0);
      }
      if (alone) {
        words.merge(Character.toString(c), 1, Integer::sum);
      } else if (letter) {
        word.appendCodePoint(Character.toLowerCase(c));
      }
    }
    return words;
  }
}
