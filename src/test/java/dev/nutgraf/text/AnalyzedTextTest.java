package dev.nutgraf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.Block;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.article.MetadataField.Origin;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AnalyzedTextTest {
  private static final String ENGLISH =
      "The council said on Monday that it would not pay for the bridge because of its cost.";

  private static AnalyzedText analyze(String text, Optional<String> declared) {
    ArticleMetadata metadata =
        new ArticleMetadata(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            declared.map(tag -> new MetadataField(tag, Origin.META)));
    List<Block> blocks =
        List.of(
            new Block(0, 3, Block.Role.HEADING), new Block(4, text.length(), Block.Role.PARAGRAPH));
    return new TextAnalyzer()
        .analyze(new Article(text, false, "UTF-8", "text/plain", metadata, blocks, List.of()));
  }

  @Test
  void statesTheDeclaredLanguageWhereTheTextIsInIt() {
    AnalyzedText text = analyze(ENGLISH, Optional.of("en-GB"));
    assertEquals(Optional.of(new MetadataField("en-GB", Origin.META)), text.languageField());
  }

  @Test
  void statesTheDetectedLanguageWhereTheDeclaredIsAnotherOrMissing() {
    Optional<MetadataField> detected = Optional.of(new MetadataField("en", Origin.TEXT));
    assertEquals(detected, analyze(ENGLISH, Optional.of("pl")).languageField());
    assertEquals(detected, analyze(ENGLISH, Optional.empty()).languageField());
  }

  @Test
  void statesNoUndeterminedLanguage() {
    AnalyzedText text = analyze("123 --- 456", Optional.empty());
    assertEquals(AnalyzedText.UNKNOWN, text.language());
    assertEquals("en", text.lexicon().language());
    assertEquals(Optional.empty(), text.languageField());
  }

  @Test
  void countsAsCandidatesOnlySentencesOfProse() {
    AnalyzedText text = analyze(ENGLISH, Optional.empty());
    assertEquals(2, text.sentences().size());
    assertEquals(1, text.candidateCount());
    assertEquals("The", text.textOf(text.sentences().get(0)));
  }
}
