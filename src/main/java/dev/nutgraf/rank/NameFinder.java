package dev.nutgraf.rank;

import dev.nutgraf.chars.Letters;
import dev.nutgraf.lexicon.Lexicon;
import dev.nutgraf.lexicon.PhraseLexicon.Role;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Terms;

/**
 * Finds names: runs of capitalized words, with particles between them. A person's title before the
 * name, and everything before the title, isn't part of it. A possessive ending ends a name.
 */
final class NameFinder {
  /** Most words of a name. */
  private static final int MAX_WORDS = 5;

  /** Most particles between two words of a name: {@code de la}. */
  private static final int MAX_PARTICLES = 2;

  /** Longest particle, in characters. */
  private static final int MAX_PARTICLE = 4;

  private final PhraseWords words;
  private final NounUses uses;
  private final NounPhraseFinder nouns;
  private final Candidates candidates;
  private final Terms terms;
  private final Lexicon lexicon;
  private final String all;
  private final boolean nounsHaveCapitals;

  /**
   * Creates a finder.
   *
   * @param nouns collects the phrases that open with a name
   * @param candidates receives the names
   */
  NameFinder(
      AnalyzedText text,
      PhraseWords words,
      NounUses uses,
      NounPhraseFinder nouns,
      Candidates candidates) {
    this.words = words;
    this.uses = uses;
    this.nouns = nouns;
    this.candidates = candidates;
    this.terms = text.terms();
    this.lexicon = text.lexicon();
    this.all = text.article().text();
    this.nounsHaveCapitals = lexicon.phrases().capitalizesNouns();
  }

  /** Collects the name of a run of capitalized words and returns the token after the run. */
  int collect(int first, int sentenceEnd) {
    boolean plain = words.isPlain(first);
    int end = first + 1;
    int start = words.role(first) == Role.TITLE ? end : first;
    int next;
    while ((next = nextPart(end, sentenceEnd)) >= 0) {
      boolean particles = next > end;
      boolean afterTitle = start == end;
      if (particles && !afterTitle && nounsHaveCapitals) {
        break;
      }
      end = next + 1;
      if (words.role(next) == Role.TITLE || (afterTitle && particles)) {
        start = end; // Secretary of State
        plain = false;
      }
      plain |= words.isPlain(next);
    }
    if (start < end) {
      if (plain && isName(start, end)) {
        candidates.add(start, end, sentenceEnd, true);
      }
      nouns.collectAfterName(start, end, sentenceEnd);
    }
    return end;
  }

  /** Returns the word that continues a name, after any particles; -1 if the name ends. */
  private int nextPart(int end, int sentenceEnd) {
    if (words.isPossessive(end - 1) || isDeterminedNoun(end - 1)) {
      return -1;
    }
    int next = end;
    while (next < sentenceEnd
        && next - end < MAX_PARTICLES
        && words.isAdjoining(next)
        && isParticle(next)) {
      next++;
    }
    if (next == sentenceEnd || !words.isAdjoining(next)) {
      return -1;
    }
    boolean number = next == end && words.isHyphenated(next) && isNumber(next);
    return number || words.isNamePart(next, sentenceEnd) ? next : -1;
  }

  private boolean isParticle(int token) {
    if (words.isContent(token) && words.isCapitalized(token)) {
      return false;
    }
    return words.role(token) == Role.CONNECTOR
        || (terms.end(token) - terms.start(token) <= MAX_PARTICLE
            && lexicon.isNameParticle(all, terms.start(token), terms.end(token)));
  }

  private boolean isNumber(int token) {
    return Letters.isDigit(all.charAt(terms.start(token)));
  }

  /** Returns whether the word has an article, in a language that capitalizes all nouns. */
  private boolean isDeterminedNoun(int token) {
    return nounsHaveCapitals && words.isDetermined(token) && !words.isVerbal(token);
  }

  /** Returns whether the run is a name, as adjectives of origin before other words aren't. */
  private boolean isName(int start, int end) {
    int independence = uses.independence(terms.term(end - 1));
    return end - start == 1
        ? words.isPlain(start) && independence >= 0 && isSingleName(start)
        : independence >= -1 && end - start <= MAX_WORDS;
  }

  /** Returns whether the word by itself is a name, or a noun where all nouns have capitals. */
  private boolean isSingleName(int token) {
    int start = terms.start(token);
    int end = terms.end(token);
    return end - start > 1
        && (lexicon.kinds(all, start, end) & Lexicon.TITLE) == 0
        && (!nounsHaveCapitals || words.isMostlyCapitalized(terms.term(token)));
  }
}
