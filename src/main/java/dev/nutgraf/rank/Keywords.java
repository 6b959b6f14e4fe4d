package dev.nutgraf.rank;

import dev.nutgraf.lexicon.PhraseLexicon.Role;
import dev.nutgraf.rank.Ranking.Keyword;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the key phrases of an article: names, nouns and short noun phrases.
 *
 * <p>{@link PhraseFinder} finds the candidates, or {@link UnspacedWords} in scripts without spaces.
 * The score of a candidate is the mean weight of its words, where a weight is the probability of
 * the word to occur in a summary. Names score higher than other phrases, repeated phrases higher
 * with each further word, and phrases that occur once lower; so do nouns that most articles have. A
 * part of a name counts for the full name, and an adjective of origin for the place. Candidates are
 * taken by score, except those that share a word with a better one, so no phrase repeats another in
 * a different form. The factors were chosen on development articles.
 */
final class Keywords {
  static final int MAX_PHRASES = 10;

  /** Longest phrase, in characters. */
  private static final int MAX_CHARS = 80;

  /** Least weight of a word outside names, relative to the highest of the article. */
  private static final float LEAST_WEIGHT = 0.1f;

  private static final double NAME_FACTOR = 1.3;

  /** Factor of a name that occurs once. */
  private static final double SINGLE_NAME_FACTOR = 0.7;

  /** Factor of a word that occurs once and isn't a name. */
  private static final double SINGLE_WORD_FACTOR = 0.6;

  /** Factor of a phrase of several words that occurs once and isn't a name. */
  private static final double SINGLE_PHRASE_FACTOR = 0.35;

  /** Added to the factor of a repeated phrase for each word after the first. */
  private static final double REPEATED_WORD_BONUS = 0.3;

  /** Least number of first letters that two forms of a word share. */
  private static final int MIN_COMMON = 4;

  private final AnalyzedText text;
  private final Terms terms;
  private final PhraseSpelling spelling;
  private final float[] weight;
  private final float[] idf;

  private Keywords(AnalyzedText text, float[] weight, float[] idf) {
    this.text = text;
    this.terms = text.terms();
    this.spelling = new PhraseSpelling(text.article().text(), terms);
    this.weight = weight;
    this.idf = idf;
  }

  /**
   * Returns up to {@value #MAX_PHRASES} key phrases, best first.
   *
   * @param weight by term, its importance; 0 for stop words
   * @param idf by term, its inverse document frequency
   */
  static List<Keyword> of(AnalyzedText text, float[] weight, float[] idf) {
    return UnspacedWords.covers(text.language())
        ? UnspacedWords.keywords(text, MAX_PHRASES)
        : new Keywords(text, weight, idf).best();
  }

  private List<Keyword> best() {
    float max = 0;
    for (float w : weight) {
      max = Math.max(max, w);
    }
    PhraseWords words = new PhraseWords(text);
    List<Candidate> candidates = PhraseFinder.find(text, words, weight, LEAST_WEIGHT * max);
    @Nullable Candidate[] fullNames = fullNames(candidates, words);
    for (Candidate candidate : candidates) {
      Candidate full = candidate.length == 1 ? fullNames[terms.term(candidate.firstToken)] : null;
      boolean introduced =
          full != null
              && (full.firstToken < candidate.firstToken || 2 * full.count > candidate.count);
      if (full != null && introduced && candidate.name) {
        full.count += candidate.count;
        candidate.count = 0;
      }
    }
    List<Candidate> scored = new ArrayList<>(candidates.size());
    List<Candidate> singleNames = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (candidate.count > 0) {
        candidate.score = score(candidate);
        scored.add(candidate);
        if (candidate.length == 1 && candidate.name) {
          singleNames.add(candidate);
        }
      }
    }
    return choose(new PriorityQueue<>(scored), singleNames);
  }

  /** Returns by term the most frequent name of several words that starts or ends with it. */
  private @Nullable Candidate[] fullNames(List<Candidate> candidates, PhraseWords words) {
    @Nullable Candidate[] names = new Candidate[weight.length];
    for (Candidate candidate : candidates) {
      int first = terms.term(candidate.firstToken);
      int last = terms.term(candidate.firstToken + candidate.length - 1);
      boolean pair = candidate.length == 2;
      boolean opensWithName = words.isSurname(first);
      boolean described = pair && words.role(candidate.firstToken) == Role.NON_KEYWORD; // New York
      if (candidate.name && candidate.length > 1 && (opensWithName || described)) {
        register(candidate, last, words, names);
        if (pair && opensWithName) {
          register(candidate, first, words, names);
        }
      }
    }
    return names;
  }

  private static void register(
      Candidate name, int term, PhraseWords words, @Nullable Candidate[] names) {
    Candidate other = names[term];
    boolean better =
        other == null
            || name.count > other.count
            || (name.count == other.count && name.firstToken < other.firstToken);
    if (better && words.isSurname(term)) {
      names[term] = name;
    }
  }

  private List<Keyword> choose(PriorityQueue<Candidate> ranked, List<Candidate> singleNames) {
    List<Keyword> best = new ArrayList<>();
    boolean[] used = new boolean[weight.length];
    List<String> usedStems = new ArrayList<>();
    double max = ranked.isEmpty() ? 0 : ranked.element().score;
    while (best.size() < MAX_PHRASES && !ranked.isEmpty()) {
      Candidate next = ranked.remove();
      if (!repeats(next, used, usedStems) && isShown(next)) {
        Candidate shown = origin(next, singleNames, used);
        for (int t = shown.firstToken; t < shown.firstToken + shown.length; t++) {
          if (!terms.isStopWord(terms.term(t))) {
            used[terms.term(t)] = true;
            usedStems.add(terms.stem(terms.term(t)));
          }
        }
        best.add(new Keyword(spelling.of(shown), next.score / max));
      }
    }
    return best;
  }

  private boolean isShown(Candidate candidate) {
    int length = spelling.of(candidate).length();
    return length > 0 && length <= MAX_CHARS;
  }

  /** Returns whether a chosen phrase has a word of the candidate. */
  private boolean repeats(Candidate candidate, boolean[] used, List<String> usedStems) {
    for (int t = candidate.firstToken; t < candidate.firstToken + candidate.length; t++) {
      if (used[terms.term(t)] || (candidate.length == 1 && isVariant(t, usedStems))) {
        return true;
      }
    }
    return false;
  }

  /** Returns the name that the candidate is an adjective of, if the article prefers the name. */
  private Candidate origin(Candidate candidate, List<Candidate> singleNames, boolean[] used) {
    if (candidate.length > 1 || !candidate.name) {
      return candidate;
    }
    String stem = terms.stem(terms.term(candidate.firstToken));
    for (Candidate name : singleNames) {
      int term = terms.term(name.firstToken);
      if (name.count >= candidate.count
          && !used[term]
          && isOrigin(terms.stem(term), stem)
          && isShown(name)) {
        return name;
      }
    }
    return candidate;
  }

  /** Returns whether the second stem is that of an adjective of the first, whose end it may cut. */
  private boolean isOrigin(String place, String adjective) {
    int common = place.length() - (adjective.startsWith(place) ? 0 : 1);
    return common >= MIN_COMMON
        && adjective.length() > place.length()
        && adjective.startsWith(place.substring(0, common))
        && text.lexicon().phrases().isOriginEnding(adjective.substring(common));
  }

  /** Returns whether a chosen phrase has another form of the word: Russian for Russia. */
  private boolean isVariant(int token, List<String> usedStems) {
    String stem = terms.stem(terms.term(token));
    for (String used : usedStems) {
      int common = Math.max(MIN_COMMON, Math.min(stem.length(), used.length()) - 1);
      if (stem.charAt(0) == used.charAt(0) && stem.regionMatches(0, used, 0, common)) {
        return true;
      }
    }
    return false;
  }

  private double score(Candidate candidate) {
    double sum = 0;
    double max = 0;
    int words = 0;
    for (int t = candidate.firstToken; t < candidate.firstToken + candidate.length; t++) {
      double w = weight[terms.term(t)];
      sum += w;
      max = Math.max(max, w);
      words += w > 0 ? 1 : 0;
    }
    if (words == 0) {
      return 0;
    }
    if (candidate.name) {
      // A full name is as important as the part that the article uses.
      return NAME_FACTOR * (candidate.count > 1 ? max : SINGLE_NAME_FACTOR * sum / words);
    }
    double mean = sum / words;
    if (candidate.length == 1) {
      mean *= idf[terms.term(candidate.firstToken)]; // many articles have a scene
    }
    return candidate.count > 1
        ? mean * (1 + REPEATED_WORD_BONUS * (words - 1))
        : mean * (words > 1 ? SINGLE_PHRASE_FACTOR : SINGLE_WORD_FACTOR);
  }
}
