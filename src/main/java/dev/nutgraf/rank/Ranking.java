package dev.nutgraf.rank;

import java.util.List;

/**
 * What the ranker makes of an article.
 *
 * @param scores one per sentence of the text, in [0,1]; 0 for sentences that are no candidates
 * @param chosen the summary's sentences in the article's order
 * @param keywords the article's key phrases, best first
 */
@SuppressWarnings("ArrayRecordComponent") // one number per sentence: handed over, never compared
public record Ranking(double[] scores, List<Choice> chosen, List<Keyword> keywords) {

  /**
   * A chosen sentence.
   *
   * @param sentence its index among the text's sentences
   * @param score its score, in [0,1]
   * @param rank its place among the chosen, 1 the best
   * @param reasons the features that contributed most, strongest first; none where the ranker does
   *     not explain
   */
  public record Choice(int sentence, double score, int rank, List<Contribution> reasons) {}

  /**
   * What a feature added to a sentence's score.
   *
   * @param feature its name
   * @param value its value for this sentence
   * @param contribution what it added to or took from the score
   */
  public record Contribution(String feature, double value, double contribution) {}

  /**
   * A key phrase.
   *
   * @param term as the article writes it
   * @param score in [0,1], 1 the best
   */
  public record Keyword(String term, double score) {}
}
