package dev.nutgraf.rank;

import dev.nutgraf.chars.Letters;
import dev.nutgraf.lexicon.PhraseLexicon;
import dev.nutgraf.lexicon.PhraseLexicon.Role;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Terms;

/**
 * The words of the candidate sentences as phrases need them: how each is written, what separates it
 * from the word before, its ending, and its role in the lexicon. Other sentences have no words.
 */
final class PhraseWords {
  // Bits that describe a token.
  private static final int CONTENT = 1;
  private static final int ADJECTIVAL = 2;
  private static final int CAPITAL = 4;
  private static final int OPENING = 8;
  private static final int ADJOINING = 16;
  private static final int HYPHENATED = 32;
  private static final int VERBAL = 64;
  private static final int POSSESSIVE = 128;

  private final Terms terms;
  private final PhraseLexicon lexicon;
  private final String all;

  /** By token; a token more, so that the one after the last can be asked for. */
  private final byte[] bits;

  // By term.
  private final Role[] roles;
  private final boolean[] content;
  private final int[] capitals;
  private final int[] lowerCase;

  PhraseWords(AnalyzedText text) {
    this.terms = text.terms();
    this.lexicon = text.lexicon().phrases();
    this.all = text.article().text();
    this.bits = new byte[terms.tokenCount() + 1];
    int count = terms.termCount();
    this.roles = new Role[count];
    this.content = new boolean[count];
    this.capitals = new int[count];
    this.lowerCase = new int[count];
    for (int term = 0; term < count; term++) {
      Role role = lexicon.role(terms.stem(term));
      roles[term] = role;
      if (!terms.isStopWord(term)) {
        content[term] = role == Role.NONE || role == Role.TITLE;
      }
    }
    for (int s = 0; s < terms.sentenceCount(); s++) {
      if (text.sentences().get(s).isCandidate()) {
        describe(terms.firstToken(s), terms.firstToken(s + 1));
      }
    }
  }

  private void describe(int from, int to) {
    int previousEnd = -1;
    for (int t = from; t < to; t++) {
      int term = terms.term(t);
      int start = terms.start(t);
      int end = terms.end(t);
      char first = all.charAt(start);
      int described = start == previousEnd + 1 && t > from ? ofGap(all.charAt(start - 1)) : 0;
      previousEnd = end;
      if (Letters.isUpper(first)) {
        described |= CAPITAL;
        if (t == from || isOpened(start)) {
          described |= OPENING;
        } else {
          capitals[term]++;
        }
      } else {
        lowerCase[term]++;
      }
      boolean isWord =
          Letters.isLetter(first) || ((described & HYPHENATED) != 0 && Letters.isDigit(first));
      if (isWord && content[term]) {
        described |= CONTENT;
      }
      if ((described & (CONTENT | CAPITAL)) != 0) {
        described |= ofForm(start, end);
      }
      bits[t] = (byte) described;
    }
  }

  private static int ofGap(char gap) {
    return gap == ' ' || gap == '\u00A0' ? ADJOINING : gap == '-' ? ADJOINING | HYPHENATED : 0;
  }

  /** Returns whether a quotation mark or the end of a clause stands before the position. */
  private boolean isOpened(int start) {
    char c = all.charAt(start - 1);
    if (c == ' ' && start > 1) {
      c = all.charAt(start - 2);
      return c == ':' || c == '.' || c == '?' || c == '!' || c == '-' || c == '–' || c == '—';
    }
    return "\"“‘«„'".indexOf(c) >= 0;
  }

  private int ofForm(int start, int end) {
    int form = lexicon.isVerbal(all, start, end) ? VERBAL : 0;
    form |= lexicon.isAdjectival(all, start, end) ? ADJECTIVAL : 0;
    return PhraseSpelling.endWithoutPossessive(all, start, end) < end ? form | POSSESSIVE : form;
  }

  /** Returns whether the word may be part of a phrase. */
  boolean isContent(int token) {
    return is(token, CONTENT);
  }

  /** Returns whether the word may be part of a phrase and isn't a person's title. */
  boolean isPlain(int token) {
    return is(token, CONTENT) && role(token) == Role.NONE;
  }

  boolean isCapitalized(int token) {
    return is(token, CAPITAL);
  }

  /** Returns whether the word has a capital that may be that of the sentence or quotation. */
  boolean isOpening(int token) {
    return is(token, OPENING);
  }

  /** Returns whether one space or hyphen separates the word from the one before. */
  boolean isAdjoining(int token) {
    return is(token, ADJOINING);
  }

  /** Returns whether a hyphen separates the word from the one before. */
  boolean isHyphenated(int token) {
    return is(token, HYPHENATED);
  }

  /** Returns whether a word of a phrase begins or ends as verbs and adverbs do. */
  boolean isVerbal(int token) {
    return is(token, VERBAL);
  }

  /** Returns whether a word of a phrase has an ending that only adjectives have. */
  boolean isAdjectival(int token) {
    return is(token, ADJECTIVAL);
  }

  /** Returns whether a word of a phrase has a possessive ending. */
  boolean isPossessive(int token) {
    return is(token, POSSESSIVE);
  }

  private boolean is(int token, int bit) {
    return (bits[token] & bit) != 0;
  }

  /** Returns whether a phrase that ends before the token may contain it, too. */
  boolean continues(int token, int sentenceEnd) {
    return token < sentenceEnd && (bits[token] & (CONTENT | ADJOINING)) == (CONTENT | ADJOINING);
  }

  /** Returns whether an article or the like stands before the word. */
  boolean isDetermined(int token) {
    return token > 0 && roles[terms.term(token - 1)] == Role.DETERMINER;
  }

  /** Returns whether the word has a capital for another reason than its place in the sentence. */
  boolean isNamePart(int token, int sentenceEnd) {
    if ((bits[token] & (CONTENT | CAPITAL)) != (CONTENT | CAPITAL)) {
      return (bits[token] & (CAPITAL | OPENING)) == CAPITAL
          && roles[terms.term(token)] == Role.NON_KEYWORD;
    }
    if (!isOpening(token)) {
      return true;
    }
    int term = terms.term(token);
    return isMostlyCapitalized(term)
        || (lowerCase[term] == 0 && continues(token + 1, sentenceEnd) && isCapitalized(token + 1));
  }

  /** Returns the role of the token's term. */
  Role role(int token) {
    return roles[terms.term(token)];
  }

  /** Returns whether the term has more capitals inside sentences than small letters. */
  boolean isMostlyCapitalized(int term) {
    return capitals[term] > lowerCase[term];
  }

  /** Returns whether a term of a full name stands for it: {@code Blinken}. */
  boolean isSurname(int term) {
    return roles[term] == Role.NONE && lowerCase[term] <= capitals[term];
  }
}
