package dev.nutgraf.text;

import dev.nutgraf.article.Article;
import java.util.List;

/**
 * An article cut into sentences and words: all that ranking needs.
 *
 * @param article the article
 * @param language the BCP 47 tag of its language, {@code und} where unknown
 * @param sentences in text order; together they cover all text outside white space
 * @param terms the words of those sentences
 */
public record AnalyzedText(
    Article article, String language, List<Sentence> sentences, Terms terms) {

  /** The verbatim text of a sentence. */
  public String textOf(Sentence sentence) {
    return article.text().substring(sentence.start(), sentence.end());
  }
}
