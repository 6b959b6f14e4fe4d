package dev.nutgraf.text;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.lexicon.Lexicon;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An article cut into sentences and words: all that ranking needs.
 *
 * @param article the article
 * @param language the BCP 47 tag of its language, {@code und} where unknown
 * @param lexicon the words of that language; English ones where it is unknown
 * @param sentences in text order; together they cover all text outside white space
 * @param terms the words of those sentences
 */
public record AnalyzedText(
    Article article, String language, Lexicon lexicon, List<Sentence> sentences, Terms terms) {

  /** The BCP 47 tag of a language that is not known. */
  public static final String UNKNOWN = "und";

  /** The language with where it was found, if it is known. */
  public Optional<MetadataField> languageFact() {
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

  /** How many sentences may be chosen for a summary. */
  public int candidateCount() {
    int count = 0;
    for (Sentence sentence : sentences) {
      if (sentence.candidate()) {
        count++;
      }
    }
    return count;
  }

  /** The verbatim text of a sentence. */
  public String textOf(Sentence sentence) {
    return article.text().substring(sentence.start(), sentence.end());
  }
}
