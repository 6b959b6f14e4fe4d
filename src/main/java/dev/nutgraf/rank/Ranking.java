package dev.nutgraf.rank;

import java.util.List;

/**
 * Scores, chosen sentences and key phrases of an article.
 *
 * @param scores one per sentence of the text, in [0,1]; 0 for a sentence that isn't a candidate
 * @param chosen the summary's sentences in the article's order
 * @param keywords the article's key phrases, best first
 */
@SuppressWarnings("ArrayRecordComponent") // one number per sentence: passed on, never compared
public record Ranking(double[] scores, List<Choice> chosen, List<Keyword> keywords) {

  /**
   * A chosen sentence.
   *
   * @param sentence index in the text's sentences
   * @param score in [0,1]
   * @param rank place among the chosen by score, 1 for the best
   * @param reasons the features that contributed most, strongest first; empty unless the ranker
   *     explains
   */
  public record Choice(int sentence, double score, int rank, List<Contribution> reasons) {}

  /**
   * A feature's share of a sentence's score.
   *
   * @param feature the feature's label
   * @param value the feature's value for this sentence
   * @param contribution points it added to the score, negative if it lowered it
   */
  public record Contribution(String feature, double value, double contribution) {}

  /**
   * A key phrase.
   *
   * @param term as spelled in the article
   * @param score in [0,1], 1 for the best
   */
  public record Keyword(String term, double score) {}
}
