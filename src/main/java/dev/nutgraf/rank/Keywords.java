package dev.nutgraf.rank;

import dev.nutgraf.rank.Ranking.Keyword;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Extracts the key phrases of an article: runs of one to three salient words (RAKE; S. Rose, D.
 * Engel, N. Cramer and W. Cowley, Automatic Keyword Extraction from Individual Documents, 2010).
 *
 * <p>The article's most salient terms form a pool. Every run of adjacent pool words in a sentence
 * is a candidate, and runs of the same words are counted together. The score of a candidate is the
 * mean salience of its words, raised with each further word if the run repeats and halved if a run
 * of several words occurs once. Candidates are taken by score, except those that share a word with
 * a better one, so no phrase repeats another in a different form. Factors and sizes were set by
 * reading the phrases of sample articles; no data set of key phrases was used.
 */
final class Keywords {
  private static final int MAX_PHRASES = 10;
  private static final int MAX_WORDS = 3;

  /** Longer runs, of addresses or of words without spaces, aren't phrases. */
  private static final int MAX_CHARS = 80;

  /** Terms that phrases consist of; a set of them fits into the bits of a long. */
  private static final int POOL_SIZE = 60;

  /** Bits that hold a place in the pool, so that a phrase fits into an int. */
  private static final int PLACE_BITS = 6;

  /** Added to the factor of a repeated run for each word after the first. */
  private static final double REPEATED_WORD_BONUS = 0.4;

  /** Factor of a run of several words that occurs once. */
  private static final double SINGLE_RUN_FACTOR = 0.5;

  private final AnalyzedText text;
  private final Terms terms;
  private final float[] salience;

  /** By term, its place in the pool, counted from 1; 0 if it isn't in the pool. */
  private final byte[] place;

  /** Candidates by the places of their words. */
  private final Map<Integer, KeyPhrase> phrases = new LinkedHashMap<>();

  private Keywords(AnalyzedText text, Salience salience) {
    this.text = text;
    this.terms = text.terms();
    this.salience = salience.salience();
    this.place = new byte[terms.termCount()];
    int[] pool = salience.top(POOL_SIZE);
    for (int i = 0; i < pool.length; i++) {
      place[pool[i]] = (byte) (i + 1);
    }
  }

  /** A candidate. */
  private static final class KeyPhrase {
    final int length;
    final long words;
    int count;
    int firstToken;
    boolean opensSentence;

    KeyPhrase(int length, long words, int firstToken, boolean opensSentence) {
      this.length = length;
      this.words = words;
      this.firstToken = firstToken;
      this.opensSentence = opensSentence;
    }
  }

  private record ScoredPhrase(KeyPhrase phrase, double score) {}

  /** Returns up to {@value #MAX_PHRASES} key phrases, best first. */
  static List<Keyword> of(AnalyzedText text, Salience salience) {
    Keywords keywords = new Keywords(text, salience);
    for (int s = 0; s < keywords.terms.sentenceCount(); s++) {
      if (text.sentences().get(s).isCandidate()) {
        keywords.collect(keywords.terms.firstToken(s), keywords.terms.firstToken(s + 1));
      }
    }
    return keywords.best();
  }

  private void collect(int from, int to) {
    for (int first = from; first < to; first++) {
      int key = 0;
      long words = 0;
      for (int length = 1; length <= MAX_WORDS && first + length <= to; length++) {
        int token = first + length - 1;
        if (!isKeyWord(token)
            || (length > 1 && !adjoins(token))
            || terms.end(token) - terms.start(first) > MAX_CHARS) {
          break;
        }
        int at = place[terms.term(token)];
        key = key << PLACE_BITS | at;
        words |= 1L << at;
        count(key, length, words, first, first == from);
      }
    }
  }

  private void count(int key, int length, long words, int firstToken, boolean opensSentence) {
    KeyPhrase phrase =
        phrases.computeIfAbsent(key, k -> new KeyPhrase(length, words, firstToken, opensSentence));
    phrase.count++;
    if (phrase.opensSentence && !opensSentence) {
      // Shown as inside a sentence, where only a name has a capital.
      phrase.firstToken = firstToken;
      phrase.opensSentence = false;
    }
  }

  private boolean isKeyWord(int token) {
    int term = terms.term(token);
    return place[term] > 0
        && salience[term] > 0
        && terms.end(token) - terms.start(token) > 1
        && Character.isLetter(text.article().text().charAt(terms.start(token)));
  }

  private boolean adjoins(int token) {
    int gap = terms.end(token - 1);
    return terms.start(token) == gap + 1
        && (text.article().text().charAt(gap) == ' ' || text.article().text().charAt(gap) == '-');
  }

  private List<Keyword> best() {
    List<ScoredPhrase> ranked = new ArrayList<>();
    for (KeyPhrase phrase : phrases.values()) {
      ranked.add(new ScoredPhrase(phrase, score(phrase)));
    }
    ranked.sort(
        Comparator.comparingDouble(ScoredPhrase::score)
            .reversed()
            .thenComparingInt(scored -> scored.phrase().firstToken));
    List<Keyword> best = new ArrayList<>();
    long used = 0;
    for (ScoredPhrase scored : ranked) {
      if (best.size() < MAX_PHRASES && (scored.phrase().words & used) == 0) {
        used |= scored.phrase().words;
        best.add(new Keyword(display(scored.phrase()), scored.score() / ranked.get(0).score()));
      }
    }
    return best;
  }

  private double score(KeyPhrase phrase) {
    double sum = 0;
    for (int token = phrase.firstToken; token < phrase.firstToken + phrase.length; token++) {
      sum += salience[terms.term(token)];
    }
    double bonus = phrase.count > 1 ? REPEATED_WORD_BONUS * (phrase.length - 1) : 0;
    double factor = phrase.count > 1 || phrase.length == 1 ? 1 : SINGLE_RUN_FACTOR;
    return sum / phrase.length * (1 + bonus) * factor;
  }

  private String display(KeyPhrase phrase) {
    return text.article()
        .text()
        .substring(
            terms.start(phrase.firstToken), terms.end(phrase.firstToken + phrase.length - 1));
  }
}
