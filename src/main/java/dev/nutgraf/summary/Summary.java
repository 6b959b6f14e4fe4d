package dev.nutgraf.summary;

import dev.nutgraf.article.ArticleRejected;
import dev.nutgraf.rank.Ranking;
import dev.nutgraf.text.AnalyzedText;

/** What the engine makes of a file: a summary, or the reason why there can be none. */
public sealed interface Summary {

  /** The SHA-256 of the stored bytes, lower-case hex. */
  String sourceSha256();

  /**
   * A summary.
   *
   * @param text the article in sentences and words
   * @param ranking its scores and the chosen sentences
   * @param whole whether the article has no more sentences than asked for, so that it is its own
   *     summary
   */
  record Summarized(String sourceSha256, AnalyzedText text, Ranking ranking, boolean whole)
      implements Summary {}

  /** A file that can never be summarized, and why. */
  record Rejected(String sourceSha256, ArticleRejected.Reason reason, String message)
      implements Summary {}
}
