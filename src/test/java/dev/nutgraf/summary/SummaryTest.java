package dev.nutgraf.summary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.ArticleRejectedException.Reason;
import dev.nutgraf.summary.Summary.Quotation;
import dev.nutgraf.summary.Summary.Rejected;
import dev.nutgraf.summary.Summary.Summarized;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private final Summarizer summarizer = new Summarizer(EngineSettings.DEFAULT.withSentences(2));

  @Test
  void foldsTheLinesOfASentence() {
    assertEquals(
        List.of("A crane fell on the quay of Port Elsie."),
        summarized("A crane  fell\non the\u00a0quay of Port Elsie.").lines());
  }

  @Test
  void quotesSentencesVerbatimAtTheirOffsetsInTextOrder() {
    Summarized summarized =
        summarized("A \uD83C\uDF0A crane  fell. Nobody was hurt. The quay is closed.");
    List<Quotation> quotations = summarized.quotations();
    assertEquals(2, quotations.size());
    String article = summarized.text().article().text();
    for (Quotation quotation : quotations) {
      assertEquals(article.substring(quotation.start(), quotation.end()), quotation.text());
    }
    assertTrue(quotations.get(0).end() <= quotations.get(1).start());
    assertEquals(
        quotations.get(0).rank() < quotations.get(1).rank(),
        quotations.get(0).score() >= quotations.get(1).score());
  }

  @Test
  void isShortIfItContainsEverySentence() {
    assertTrue(summarized("A crane fell. Nobody was hurt.").isShort());
    assertFalse(summarized("A crane fell. Nobody was hurt. The quay is closed.").isShort());
  }

  @Test
  void hashesTheBytesAndTheTextOfAFile() {
    Summarized utf8 = summarized("A crane fell.");
    assertEquals(utf8.sourceSha256(), utf8.textSha256());
    Summarized page =
        assertInstanceOf(
            Summarized.class,
            summarizer.summarize(
                ArticleFile.of("a.html", "<p>A crane fell on the quay.</p>".getBytes(UTF_8))));
    assertEquals(Sha256.hex(page.text().article().text().getBytes(UTF_8)), page.textSha256());
  }

  @Test
  void keepsTheReasonAndTheHashOfARejectedFile() {
    byte[] bytes = " \n".getBytes(UTF_8);
    Rejected rejected =
        assertInstanceOf(Rejected.class, summarizer.summarize(ArticleFile.of("a.txt", bytes)));
    assertEquals(Reason.EMPTY, rejected.reason());
    assertEquals(Optional.of(Sha256.hex(bytes)), rejected.sourceSha256());
  }

  private Summarized summarized(String text) {
    return assertInstanceOf(
        Summarized.class, summarizer.summarize(ArticleFile.of("a.txt", text.getBytes(UTF_8))));
  }
}
