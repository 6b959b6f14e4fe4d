package dev.nutgraf.rank;

import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Terms;
import java.util.List;

/**
 * Finds names and noun phrases without a part-of-speech tagger, in linear passes over the candidate
 * sentences:
 *
 * <ol>
 *   <li>{@link PhraseWords} describes each word: its capital, its ending, its role in the lexicon;
 *   <li>{@link NounUses} counts which words the article uses as nouns, by the determiners and
 *       prepositions before them;
 *   <li>{@link NameFinder} and {@link NounPhraseFinder} collect the {@link Candidates}.
 * </ol>
 *
 * <p>Where a language capitalizes all nouns, capitals show the nouns. Where the lexicon lists no
 * words that open a noun phrase, every word counts as a noun. A phrase contains hyphenated words as
 * a whole.
 */
final class PhraseFinder {
  private PhraseFinder() {}

  /**
   * Returns the candidates in no particular order.
   *
   * @param weight by term, its importance; 0 for stop words
   * @param threshold least weight of a word outside names, and of the first or last word of a name
   */
  static List<Candidate> find(
      AnalyzedText text, PhraseWords words, float[] weight, float threshold) {
    Terms terms = text.terms();
    NounUses uses = new NounUses(text, words);
    Candidates candidates = new Candidates(words, terms, weight, threshold);
    NounPhraseFinder nouns = new NounPhraseFinder(text, weight, threshold, words, uses, candidates);
    NameFinder names = new NameFinder(text, words, uses, nouns, candidates);
    for (int s = 0; s < terms.sentenceCount(); s++) {
      if (text.sentences().get(s).isCandidate()) {
        int end = terms.firstToken(s + 1);
        int t = terms.firstToken(s);
        while (t < end) {
          if (words.isNamePart(t, end)) {
            t = names.collect(t, end);
          } else {
            if (words.isPlain(t)) {
              nouns.collect(t, end);
            }
            t++;
          }
        }
      }
    }
    return candidates.all();
  }
}
