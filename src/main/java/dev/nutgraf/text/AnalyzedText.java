package dev.nutgraf.text;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.Lexicon;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An article with its language, sentences and words, as ranking takes it.
 *
 * @param article the article
 * @param language the BCP 47 tag of its language, {@link #UNKNOWN} if undetermined
 * @param lexicon the words of that language; of English if it is undetermined
 * @param sentences in text order; together they cover all text outside white space, but for a stray
 *     mark before a sentence
 * @param terms the words of those sentences
 */
public record AnalyzedText(
    Article article, String language, Lexicon lexicon, List<Sentence> sentences, Terms terms) {

  /** The BCP 47 tag of an undetermined language. */
  public static final String UNKNOWN = "und";

  /**
   * The language with its origin: the article's declaration if it names the same language, and the
   * text otherwise. Empty if the language is undetermined.
   */
  public Optional<MetadataField> languageField() {
    if (language.equals(UNKNOWN)) {
      return Optional.empty();
    }
    Optional<MetadataField> declared = article.metadata().inLanguage();
    return declared
        .filter(field -> primary(field.value()).equals(primary(language)))
        .or(() -> Optional.of(new MetadataField(language, MetadataField.Origin.TEXT)));
  }

  private static String primary(String tag) {
    return Locale.forLanguageTag(tag).getLanguage();
  }

  /** The number of sentences that may be chosen for the summary. */
  public int candidateCount() {
    int count = 0;
    for (Sentence sentence : sentences) {
      if (sentence.isCandidate()) {
        count++;
      }
    }
    return count;
  }

  /** The verbatim text of a sentence. */
  public String textOf(Sentence sentence) {
    return article.text().substring(sentence.start(), sentence.end());
  }

  /** The sentence as a line of summary.txt: each run of white space is one space. */
  public String lineOf(Sentence sentence) {
    return WhiteSpace.collapse(textOf(sentence));
  }
}
