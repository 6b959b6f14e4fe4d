package dev.nutgraf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.Block;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.chars.Letters;
import dev.nutgraf.chars.WhiteSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TextAnalyzerTest {
  private static final TextAnalyzer ANALYZER = new TextAnalyzer();

  private static Article article(String text, List<Block> blocks) {
    return new Article(text, false, "UTF-8", "text/plain", ArticleMetadata.NONE, blocks, List.of());
  }

  private static AnalyzedText analyze(String text) {
    Block block = new Block(0, text.length(), Block.Role.PARAGRAPH);
    return ANALYZER.analyze(article(text, List.of(block)));
  }

  @Test
  void noSentenceCrossesABlock() {
    String text = "A heading\n\nThe text goes on";
    AnalyzedText analyzed =
        ANALYZER.analyze(
            article(
                text,
                List.of(
                    new Block(0, 9, Block.Role.HEADING),
                    new Block(11, text.length(), Block.Role.PARAGRAPH))));
    assertEquals(
        List.of("A heading", "The text goes on"),
        analyzed.sentences().stream().map(analyzed::textOf).toList());
    assertFalse(analyzed.sentences().get(0).isCandidate());
    assertTrue(analyzed.sentences().get(1).opensBlock());
  }

  @Test
  void countsInflectedFormsAsOneTerm() {
    Terms terms =
        analyze("The minister resigned. Ministers resign; the MINISTER’S office too.").terms();
    assertEquals(terms.term(1), terms.term(3));
    assertEquals(terms.term(1), terms.term(6));
    assertEquals(terms.term(2), terms.term(4));
    assertEquals(2, terms.sentenceCount());
    assertEquals(3, terms.length(0));
  }

  @Test
  void keepsAWordThatIsAllEndingToItsStemmer() {
    Terms terms =
        analyze("Η απόφαση είναι γνωστή. Είτε το θέλουν είτε όχι, οι ίδιοι ήσαν εκεί.").terms();
    for (int term = 0; term < terms.termCount(); term++) {
      assertFalse(terms.stem(term).isEmpty());
    }
  }

  @Test
  void marksStopWords() {
    Terms terms = analyze("The winner was nobody from the village that we had known.").terms();
    assertTrue(terms.isStopWord(terms.term(0)));
    assertFalse(terms.isStopWord(terms.term(1)));
  }

  @Test
  void marksTheTermsOfTheHeadline() {
    String text = "The bridge was closed. Drivers complained.";
    ArticleMetadata metadata =
        new ArticleMetadata(
            Optional.of(new MetadataField("Bridges close in Riga", MetadataField.Origin.META)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Article article =
        new Article(
            text,
            false,
            "UTF-8",
            "text/plain",
            metadata,
            List.of(new Block(0, text.length(), Block.Role.PARAGRAPH)),
            List.of());
    Terms terms = ANALYZER.analyze(article).terms();
    assertTrue(terms.isInHeadline(terms.term(1)));
    assertTrue(terms.isInHeadline(terms.term(3)));
    assertFalse(terms.isInHeadline(terms.term(4)));
  }

  @Test
  void everySentenceIsWhereItSaysAndNothingIsLost() {
    Random random = new Random(7);
    String[] units = {
      ".",
      "!",
      "?",
      "…",
      " ",
      " ",
      "\n",
      "\n\n",
      "\u00a0",
      "a",
      "B",
      "7",
      "Mr",
      "U.S.",
      "\"",
      "“",
      "”",
      "(",
      ")",
      "[1]",
      "'",
      "’",
      "。",
      "「",
      "」",
      "东",
      "\ud83d",
      "\ude00",
      "😀",
      "\ud840\udc00",
      "é",
      "e\u0301",
      "؟",
      "।",
      ":",
      ";",
      "Ա",
      "Ω",
      "1.",
      "•",
      "--",
      ",,",
      "''",
      "http://x.y",
      "@a",
      "#",
      "\u0000"
    };
    for (int round = 0; round < 3000; round++) {
      StringBuilder builder = new StringBuilder();
      for (int i = random.nextInt(60); i >= 0; i--) {
        builder.append(units[random.nextInt(units.length)]);
      }
      String text = builder.toString();
      check(text, analyze(text));
    }
  }

  @Test
  void survivesHostileBulk() {
    for (String unit : List.of(".", "a", "A ", "( ", "\" ", ". ", "\ud83d", "[", "東", "a.", "- ")) {
      String text = unit.repeat(1_000_000 / unit.length());
      check(text, analyze(text));
    }
  }

  private static void check(String text, AnalyzedText analyzed) {
    int at = 0;
    for (Sentence sentence : analyzed.sentences()) {
      assertTrue(sentence.start() >= at && sentence.end() > sentence.start(), text);
      assertTrue(isLeftOut(text, at, sentence.start()), text);
      assertFalse(WhiteSpace.isWhiteSpace(text.charAt(sentence.start())), text);
      assertFalse(WhiteSpace.isWhiteSpace(text.charAt(sentence.end() - 1)), text);
      at = sentence.end();
    }
    assertTrue(isLeftOut(text, at, text.length()), text);
    Terms terms = analyzed.terms();
    List<Integer> firsts = new ArrayList<>();
    for (int s = 0; s < terms.sentenceCount(); s++) {
      firsts.add(terms.firstToken(s));
      for (int t = terms.firstToken(s); t < terms.firstToken(s + 1); t++) {
        assertTrue(terms.start(t) >= analyzed.sentences().get(s).start(), text);
        assertTrue(terms.end(t) <= analyzed.sentences().get(s).end(), text);
        assertTrue(terms.start(t) < terms.end(t) && terms.term(t) < terms.termCount(), text);
      }
    }
    assertEquals(analyzed.sentences().size(), firsts.size());
  }

  /** Sentences leave out what shows nothing, and one mark before one. */
  private static boolean isLeftOut(String text, int start, int end) {
    int marks = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!WhiteSpace.isWhiteSpace(c) && "\u200B\u2060\uFEFF".indexOf(c) < 0) {
        assertFalse(Letters.isLetterOrDigit(c), text);
        marks++;
      }
    }
    return marks <= 1;
  }
}
