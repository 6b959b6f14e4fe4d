package dev.nutgraf.summary;

import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.Warning;
import dev.nutgraf.rank.Ranking;
import dev.nutgraf.rank.SummaryLength;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Sentence;
import java.util.List;
import java.util.Optional;

/** Result of summarizing a file: a summary, or the reason why the file can't have one. */
public sealed interface Summary {

  /**
   * A summary.
   *
   * @param sourceSha256 the SHA-256 of the stored bytes, lower-case hex
   * @param textSha256 the SHA-256 of the article text in UTF-8, lower-case hex
   * @param text the article, its sentences and its words
   * @param ranking scores, chosen sentences and key phrases
   * @param length the requested length
   * @param warnings problems that affect the documents but didn't prevent them
   */
  record Summarized(
      String sourceSha256,
      String textSha256,
      AnalyzedText text,
      Ranking ranking,
      SummaryLength length,
      List<Warning> warnings)
      implements Summary {

    /** Copies the warnings. */
    public Summarized {
      warnings = List.copyOf(warnings);
    }

    /** Returns whether the summary contains every candidate sentence of the article. */
    public boolean isShort() {
      return ranking.chosen().size() == text.candidateCount();
    }

    /** Returns the chosen sentences in text order, with their offsets. */
    public List<Quotation> quotations() {
      return ranking.chosen().stream()
          .map(
              choice -> {
                Sentence sentence = text.sentences().get(choice.sentence());
                return new Quotation(
                    sentence.start(),
                    sentence.end(),
                    text.textOf(sentence),
                    choice.score(),
                    choice.rank());
              })
          .toList();
    }

    /** Returns the chosen sentences in text order, each run of white space folded to one space. */
    public List<String> lines() {
      return ranking.chosen().stream()
          .map(choice -> text.lineOf(text.sentences().get(choice.sentence())))
          .toList();
    }
  }

  /**
   * A chosen sentence, verbatim.
   *
   * @param start offset in the article text, in UTF-16 units; metadata.json counts code points
   * @param end offset of the first character after it
   * @param text the article text from start to end
   * @param score in [0,1]
   * @param rank place among the chosen by score, 1 for the best
   */
  record Quotation(int start, int end, String text, double score, int rank) {}

  /**
   * A file that can't be summarized, now or later.
   *
   * @param sourceSha256 the SHA-256 of the stored bytes, lower-case hex; absent if the file was
   *     rejected by its size, unread
   * @param reason a stable code
   * @param message what is wrong and what is accepted
   */
  record Rejected(
      Optional<String> sourceSha256, ArticleRejectedException.Reason reason, String message)
      implements Summary {}
}
