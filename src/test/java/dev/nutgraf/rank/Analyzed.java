package dev.nutgraf.rank;

import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.reader.ArticleReader;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.TextAnalyzer;
import java.nio.charset.StandardCharsets;

/** Plain text as the ranking receives it: analyzed by the real reader and analyzer. */
final class Analyzed {
  private static final int MAX_BYTES = 1 << 30;

  private Analyzed() {}

  static AnalyzedText text(String text) {
    return new TextAnalyzer()
        .analyze(
            new ArticleReader(MAX_BYTES)
                .read(ArticleFile.of("a.txt", text.getBytes(StandardCharsets.UTF_8))));
  }

  /** Returns the term of a stem; fails if the text doesn't contain it. */
  static int term(AnalyzedText text, String stem) {
    for (int term = 0; term < text.terms().termCount(); term++) {
      if (text.terms().stem(term).equals(stem)) {
        return term;
      }
    }
    throw new AssertionError("no term " + stem);
  }
}
