package dev.nutgraf.rank;

import dev.nutgraf.lexicon.PhraseLexicon;
import dev.nutgraf.lexicon.PhraseLexicon.Role;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Terms;

/**
 * How often an article uses each term as the head of a noun phrase, and with a capital before a
 * lower-case word, as adjectives of origin are.
 *
 * <p>A noun phrase extends from a determiner or preposition to the next stop word, verb or
 * punctuation mark. Its head is the last word, or the first where adjectives follow the noun.
 */
final class NounUses {
  private final PhraseWords words;
  private final Terms terms;
  private final boolean adjectivesFollow;
  private final boolean listsOpenings;

  // By term.
  private final int[] heads;

  /** Number of uses as a noun minus the number of uses before one, both with a capital. */
  private final int[] independence;

  NounUses(AnalyzedText text, PhraseWords words) {
    this.words = words;
    this.terms = text.terms();
    PhraseLexicon lexicon = text.lexicon().phrases();
    this.adjectivesFollow = lexicon.adjectivesFollow();
    this.listsOpenings = lexicon.listsOpenings();
    this.heads = new int[terms.termCount()];
    this.independence = new int[terms.termCount()];
    for (int s = 0; s < terms.sentenceCount(); s++) {
      if (text.sentences().get(s).isCandidate()) {
        count(terms.firstToken(s), terms.firstToken(s + 1));
      }
    }
  }

  private void count(int from, int to) {
    int start = -1; // of the words since a determiner or preposition
    for (int t = from; t < to; t++) {
      if (!words.isContent(t)) {
        start = opensPhrase(words.role(t)) ? t + 1 : -1;
        continue;
      }
      if (!words.isAdjoining(t)) {
        start = -1;
      }
      boolean capital = words.isCapitalized(t);
      if (start < 0 && !capital) {
        continue;
      }
      boolean ends = !words.continues(t + 1, to) || words.isVerbal(t + 1) || words.isPossessive(t);
      if (capital) {
        independence[terms.term(t)] += ends ? 1 : words.isCapitalized(t + 1) ? 0 : -1;
      }
      if (start >= 0 && ends && (!words.isVerbal(t) || (t == start && words.isDetermined(t)))) {
        heads[terms.term(adjectivesFollow ? start : t)]++;
      }
    }
  }

  private static boolean opensPhrase(Role role) {
    return role == Role.DETERMINER || role == Role.PREPOSITION || role == Role.CONNECTOR;
  }

  /** Returns whether the term is the head of a noun phrase somewhere in the article. */
  boolean isHead(int term) {
    return heads[term] > 0;
  }

  /** Returns whether the term is a noun, as all are where no words that open a phrase are known. */
  boolean isNoun(int term) {
    return !listsOpenings || isHead(term);
  }

  /** Returns the number of uses as a noun minus the number of uses before one, with capitals. */
  int independence(int term) {
    return independence[term];
  }
}
