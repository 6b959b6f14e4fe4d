package dev.nutgraf.rank;

import dev.nutgraf.lexicon.PhraseLexicon;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Terms;

/**
 * Finds nouns, and phrases of two or three words that have a noun as their head. A phrase may open
 * with a name: {@code Nato summit}. Where all nouns have capitals, {@link NameFinder} finds them.
 */
final class NounPhraseFinder {
  /** Most words of a phrase. */
  private static final int MAX_WORDS = 3;

  /** Shortest noun, in characters. */
  private static final int MIN_NOUN = 3;

  private final PhraseWords words;
  private final NounUses uses;
  private final Candidates candidates;
  private final Terms terms;
  private final float[] weight;
  private final float threshold;
  private final boolean nounsHaveCapitals;
  private final boolean adjectivesFollow;
  private final boolean spacesSyllables;

  /**
   * Creates a finder.
   *
   * @param weight by term, its importance
   * @param threshold least weight of a word
   * @param candidates receives the phrases
   */
  NounPhraseFinder(
      AnalyzedText text,
      float[] weight,
      float threshold,
      PhraseWords words,
      NounUses uses,
      Candidates candidates) {
    this.words = words;
    this.uses = uses;
    this.candidates = candidates;
    this.terms = text.terms();
    this.weight = weight;
    this.threshold = threshold;
    PhraseLexicon lexicon = text.lexicon().phrases();
    this.nounsHaveCapitals = lexicon.capitalizesNouns();
    this.adjectivesFollow = lexicon.adjectivesFollow();
    this.spacesSyllables = lexicon.spacesSyllables();
  }

  /** Collects the phrases that start at a token. */
  void collect(int start, int sentenceEnd) {
    collect(start, start, sentenceEnd);
  }

  /** Collects the phrases that open with a name. */
  void collectAfterName(int start, int end, int sentenceEnd) {
    if (end - start < MAX_WORDS
        && words.continues(end, sentenceEnd)
        && !words.isHyphenated(end)
        && !words.isPossessive(end - 1)) {
      collect(start, end, sentenceEnd);
    }
  }

  /**
   * Collects the phrases that start at a token.
   *
   * @param lower first token after the name that opens the phrase; the start if there is none
   */
  private void collect(int start, int lower, int sentenceEnd) {
    int end = nounsHaveCapitals ? lower : Math.min(sentenceEnd, start + MAX_WORDS);
    for (int t = lower; t < end; t++) {
      int term = terms.term(t);
      if (!words.isPlain(t)
          || weight[term] < threshold
          || (t > start && !words.isAdjoining(t))
          || (t > lower && words.isNamePart(t, sentenceEnd))) {
        return;
      }
      boolean verbal = words.isVerbal(t) && !isHyphenated(t, sentenceEnd);
      boolean mayEnd = t > start ? !verbal : isWord(t) && (!verbal || words.isDetermined(t));
      if (mayEnd
          && !words.isAdjectival(t)
          && uses.isNoun(terms.term(adjectivesFollow ? start : t))) {
        candidates.add(start, t + 1, sentenceEnd, false);
      }
      if (words.isPossessive(t) || (verbal && !uses.isHead(term))) {
        return;
      }
    }
  }

  private boolean isHyphenated(int token, int sentenceEnd) {
    return words.isHyphenated(token) || (token + 1 < sentenceEnd && words.isHyphenated(token + 1));
  }

  private boolean isWord(int token) {
    return !spacesSyllables && terms.end(token) - terms.start(token) >= MIN_NOUN;
  }
}
