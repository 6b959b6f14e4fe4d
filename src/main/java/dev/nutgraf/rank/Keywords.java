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
 * The key phrases of an article: runs of up to three of its most salient words, as RAKE forms them
 * (Rose, Engel, Cramer and Cowley, 2010), weighed by the words' salience and the number of times
 * they stand together. No two phrases share a word, so none repeats another in a different form.
 */
final class Keywords {
  private static final int COUNT = 10;
  private static final int LONGEST = 3;

  /** Words that key phrases are made of; a set of them fits the bits of a long. */
  private static final int POOL = 60;

  private static final int POOL_BITS = 6;

  private final AnalyzedText text;
  private final Terms terms;
  private final float[] salience;

  /** By term, its place in the pool counted from 1; 0 outside. */
  private final byte[] place;

  /** By the places of their words. */
  private final Map<Integer, Phrase> phrases = new LinkedHashMap<>();

  private Keywords(AnalyzedText text, Salience salience) {
    this.text = text;
    this.terms = text.terms();
    this.salience = salience.salience();
    this.place = new byte[terms.termCount()];
    int[] pool = salience.top(POOL);
    for (int i = 0; i < pool.length; i++) {
      place[pool[i]] = (byte) (i + 1);
    }
  }

  /** A run of words met in the article. */
  private static final class Phrase {
    final int length;
    final long words;
    int count;
    int firstToken;
    boolean opensSentence;

    Phrase(int length, long words, int firstToken, boolean opensSentence) {
      this.length = length;
      this.words = words;
      this.firstToken = firstToken;
      this.opensSentence = opensSentence;
    }
  }

  private record Scored(Phrase phrase, double score) {}

  /** About ten key phrases, best first. */
  static List<Keyword> of(AnalyzedText text, Salience salience) {
    Keywords keywords = new Keywords(text, salience);
    for (int s = 0; s < keywords.terms.sentenceCount(); s++) {
      if (text.sentences().get(s).candidate()) {
        keywords.collect(keywords.terms.firstToken(s), keywords.terms.firstToken(s + 1));
      }
    }
    return keywords.best();
  }

  private void collect(int from, int to) {
    for (int first = from; first < to; first++) {
      int key = 0;
      long words = 0;
      for (int length = 1; length <= LONGEST && first + length <= to; length++) {
        int token = first + length - 1;
        if (!isKeyWord(token) || (length > 1 && !adjoins(token))) {
          break;
        }
        int at = place[terms.term(token)];
        key = key << POOL_BITS | at;
        words |= 1L << at;
        count(key, length, words, first, first == from);
      }
    }
  }

  private void count(int key, int length, long words, int firstToken, boolean opensSentence) {
    Phrase phrase =
        phrases.computeIfAbsent(key, k -> new Phrase(length, words, firstToken, opensSentence));
    phrase.count++;
    if (phrase.opensSentence && !opensSentence) {
      // Inside a sentence a capital belongs to the word.
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
    List<Scored> ranked = new ArrayList<>();
    for (Phrase phrase : phrases.values()) {
      ranked.add(new Scored(phrase, score(phrase)));
    }
    ranked.sort(
        Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparingInt(scored -> scored.phrase().firstToken));
    List<Keyword> best = new ArrayList<>();
    long used = 0;
    for (Scored scored : ranked) {
      if (best.size() < COUNT && (scored.phrase().words & used) == 0) {
        used |= scored.phrase().words;
        best.add(new Keyword(display(scored.phrase()), scored.score() / ranked.get(0).score()));
      }
    }
    return best;
  }

  /** Mean salience; words that keep company more than once count for more than alone. */
  private double score(Phrase phrase) {
    double sum = 0;
    for (int token = phrase.firstToken; token < phrase.firstToken + phrase.length; token++) {
      sum += salience[terms.term(token)];
    }
    double together = phrase.count > 1 ? 0.4 * (phrase.length - 1) : 0;
    double loose = phrase.count > 1 || phrase.length == 1 ? 1 : 0.5;
    return sum / phrase.length * (1 + together) * loose;
  }

  private String display(Phrase phrase) {
    return text.article()
        .text()
        .substring(
            terms.start(phrase.firstToken), terms.end(phrase.firstToken + phrase.length - 1));
  }
}
