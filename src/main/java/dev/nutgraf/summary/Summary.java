package dev.nutgraf.summary;

import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.Warning;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.rank.Ranking;
import dev.nutgraf.text.AnalyzedText;
import java.util.List;
import java.util.Optional;

/** What the engine makes of a file: a summary, or the reason why there can be none. */
public sealed interface Summary {

  /**
   * A summary.
   *
   * @param sourceSha256 the SHA-256 of the stored bytes, lower-case hex
   * @param textSha256 the same of the article text in UTF-8
   * @param text the article in sentences and words
   * @param ranking its scores and the chosen sentences
   * @param sentences how many sentences were asked for
   * @param warnings what a reader of the summary should know
   */
  record Summarized(
      String sourceSha256,
      String textSha256,
      AnalyzedText text,
      Ranking ranking,
      int sentences,
      List<Warning> warnings)
      implements Summary {

    /** Copies the warnings. */
    public Summarized {
      warnings = List.copyOf(warnings);
    }

    /** Whether the article has no more sentences than asked for, so that it is its own summary. */
    public boolean isShort() {
      return ranking.chosen().size() == text.candidateCount();
    }

    /** The chosen sentences as they are written out: white space folded to one space. */
    public List<String> lines() {
      return ranking.chosen().stream()
          .map(choice -> WhiteSpace.collapse(text.textOf(text.sentences().get(choice.sentence()))))
          .toList();
    }
  }

  /**
   * A file that can never be summarized.
   *
   * @param sourceSha256 the SHA-256 of the stored bytes, lower-case hex; absent where the size
   *     alone decided and they were not read
   * @param reason why
   * @param message what is wrong and what is accepted, for people
   */
  record Rejected(
      Optional<String> sourceSha256, ArticleRejectedException.Reason reason, String message)
      implements Summary {}
}
