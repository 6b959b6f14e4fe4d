package dev.nutgraf.rank;

import dev.nutgraf.chars.Letters;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.Lexicon;
import dev.nutgraf.lexicon.Lexicon.Cue;
import dev.nutgraf.lexicon.Lexicon.Opening;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Sentence;
import dev.nutgraf.text.Terms;
import java.util.Locale;

/**
 * Finds the words by which a sentence refers to the one before. They are looked for where a reader
 * stumbles over them: at the opening, after an introductory phrase, and where a pronoun comes
 * before any name that it could stand for.
 */
final class BackReferences {
  /** Words within which a demonstrative stands for the sentence before. */
  private static final int MAX_DEMONSTRATIVE = 5;

  /** Words of the longest connective. */
  private static final int MAX_OPENING_WORDS = 3;

  /** Words of the longest phrase that introduces the subject: {@code At a news conference,}. */
  private static final int MAX_PHRASE_WORDS = 4;

  /** Digits of the highest number of a list item. */
  private static final int MAX_ITEM_DIGITS = 2;

  private final Lexicon lexicon;
  private final String all;
  private final Terms terms;
  private final TermUses uses;
  private final Cues cues;

  BackReferences(AnalyzedText text, TermUses uses, Cues cues) {
    this.lexicon = text.lexicon();
    this.all = text.article().text();
    this.terms = text.terms();
    this.uses = uses;
    this.cues = cues;
  }

  /** Returns how the sentence of the tokens opens. */
  Opening opening(int from, int end) {
    int to = Math.min(from + MAX_OPENING_WORDS, end);
    for (int token = from; token < to; token++) {
      Opening opening = lexicon.opening(words(from, token));
      if (opening != Opening.PLAIN) {
        return opening == Opening.PRONOUN && isTitle(token, end) ? Opening.PLAIN : opening;
      }
    }
    return Opening.PLAIN;
  }

  /**
   * Returns whether a sentence refers to the one before, whatever its first word.
   *
   * @param hasQuotation whether there are quotation marks in it
   */
  boolean referBack(Sentence sentence, boolean hasQuotation, int from, int end) {
    return continuesList(sentence)
        || describesWhatWasTold(from, end)
        || pointsBack(from, end)
        || introducesPronoun(from, end)
        || narratesByPronoun(sentence, hasQuotation, from, end);
  }

  /** Returns whether it opens with the number of a list item other than the first: {@code 2.}. */
  private boolean continuesList(Sentence sentence) {
    int at = sentence.start();
    int number = 0;
    while (at < sentence.end() && at - sentence.start() < MAX_ITEM_DIGITS && isDigit(at)) {
      number = number * 10 + Character.digit(all.charAt(at++), 10);
    }
    return number > 1
        && at + 1 < sentence.end()
        && (all.charAt(at) == '.' || all.charAt(at) == ')')
        && WhiteSpace.isWhiteSpace(all.charAt(at + 1));
  }

  private boolean isDigit(int at) {
    return Letters.isDigit(all.charAt(at));
  }

  /** Returns whether a name follows the pronoun, which then is a title, as in Vietnamese. */
  private boolean isTitle(int token, int end) {
    return token + 1 < end
        && terms.start(token + 1) - terms.end(token) == 1
        && isCapitalized(token + 1);
  }

  /** Returns whether it opens with an article and a noun for what was told: {@code The move}. */
  private boolean describesWhatWasTold(int from, int end) {
    return end - from > 1
        && terms.isStopWord(terms.term(from))
        && cues.is(from + 1, Cue.ACCOUNT)
        && uses.firstToken(terms.term(from + 1)) == from + 1;
  }

  /** Returns whether a demonstrative near the start has no noun: {@code put this down to}. */
  private boolean pointsBack(int from, int end) {
    int to = Math.min(from + MAX_DEMONSTRATIVE, end - 1);
    for (int token = from; token < to; token++) {
      if (cues.is(token, Cue.DEMONSTRATIVE) && terms.isStopWord(terms.term(token + 1))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether a pronoun follows a short phrase that names nobody: {@code On Wednesday, it
   * announced}.
   */
  private boolean introducesPronoun(int from, int end) {
    int to = Math.min(from + MAX_PHRASE_WORDS, end - 1);
    if (from == end || !terms.isStopWord(terms.term(from))) {
      return false;
    }
    for (int token = from; token < to; token++) {
      if (token > from && isCapitalized(token) && !cues.is(token, Cue.DAY)) {
        return false;
      }
      if (isComma(terms.end(token))) {
        return lexicon.opening(words(token + 1, token + 1)) == Opening.PRONOUN
            && !isTitle(token + 1, end);
      }
    }
    return false;
  }

  /**
   * Returns whether the first words outside quotation marks are a pronoun, and no name follows that
   * it could stand for, {@code "It was late," she said} and {@code In his twenties he moved}; or
   * whether a pronoun attributes the sentence, {@code The bridge will close, he said}.
   */
  private boolean narratesByPronoun(Sentence sentence, boolean hasQuotation, int from, int end) {
    Quotations marks = new Quotations();
    int at = sentence.start();
    boolean quoted = false;
    boolean pronoun = false;
    boolean named = false;
    for (int token = from; token < end; token++) {
      if (hasQuotation) {
        marks.read(all, at, terms.start(token));
        at = terms.start(token);
      }
      quoted |= marks.isOpen();
      if (marks.isOpen() || (quoted && token == from)) {
        continue;
      }
      boolean isPronoun = cues.is(token, Cue.REFERENCE);
      if (isPronoun && attributes(token, from, end)) {
        return true;
      }
      named |= !pronoun && !terms.isStopWord(terms.term(token));
      named |= pronoun && !isPronoun && isCapitalized(token);
      pronoun |= isPronoun;
    }
    return pronoun && !named;
  }

  /** Returns whether the pronoun names, after a comma, who says the sentence. */
  private boolean attributes(int token, int from, int end) {
    return token > from
        && token + 1 < end
        && isComma(terms.end(token - 1))
        && cues.is(token + 1, Cue.SPEECH)
        && (token + 2 == end || isComma(terms.end(token + 1)));
  }

  private boolean isComma(int at) {
    return at < all.length() && (all.charAt(at) == ',' || all.charAt(at) == '،');
  }

  private boolean isCapitalized(int token) {
    return Character.isUpperCase(all.charAt(terms.start(token)));
  }

  private String words(int from, int to) {
    return all.substring(terms.start(from), terms.end(to)).toLowerCase(Locale.ROOT);
  }
}
