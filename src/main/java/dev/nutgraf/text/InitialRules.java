package dev.nutgraf.text;

import dev.nutgraf.chars.Letters;
import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.Lexicon;
import dev.nutgraf.text.BoundaryClassifier.BoundaryKind;

/** Decides whether a sentence ends at the full stop after a single letter. */
final class InitialRules {
  private final SentenceContext context;
  private final String text;
  private final Lexicon lexicon;

  InitialRules(SentenceContext context) {
    this.context = context;
    this.text = context.text();
    this.lexicon = context.lexicon();
  }

  /**
   * The kind of a full stop after a single capital. An initial neither opens nor ends a sentence,
   * but a capital may also label something ({@code Plan B}) or be the pronoun {@code I}.
   */
  BoundaryKind afterCapital(int word, int first, char opening) {
    if (!Letters.isUpper(opening)
        || context.isInitial(first)
        || word == context.firstLetter(context.begin())
        || isParticle(first)) {
      return BoundaryKind.NEVER;
    }
    if (followsInitial(word)) {
      return isSpacedAbbreviation(word) && context.opensSentence(first)
          ? BoundaryKind.ALWAYS
          : BoundaryKind.NEVER;
    }
    if (text.charAt(word) == 'I' && context.followsStopWord(word)) {
      return BoundaryKind.ALWAYS; // the pronoun: "you and I"
    }
    return context.opensSentence(first) ? BoundaryKind.ALWAYS : BoundaryKind.ABBREVIATION;
  }

  /** The kind of a full stop after a single letter that isn't a capital. */
  BoundaryKind afterSmallLetter(char letter, int first, char opening) {
    return Letters.isLower(letter) && Letters.isUpper(opening) && !context.isInitial(first)
        ? BoundaryKind.ABBREVIATION
        : BoundaryKind.NEVER;
  }

  /** Returns whether the word before, or the part before the hyphen, is a capital with a stop. */
  private boolean followsInitial(int word) {
    int stop =
        word > context.begin() && Punctuation.isDash(text.charAt(word - 1)) ? word - 1 : word;
    stop = WhiteSpace.skipBack(text, stop, context.begin()) - 1;
    if (stop <= context.begin() || text.charAt(stop) != '.') {
      return false;
    }
    int start = context.wordStart(stop);
    return Letters.isUpper(text.charAt(start)) && WordShape.isOneLetter(text, start, stop);
  }

  /** Returns whether the letter and the one before are an abbreviation in parts: {@code U. S.} */
  private boolean isSpacedAbbreviation(int word) {
    int stop = WhiteSpace.skipBack(text, word, context.begin()) - 1;
    String joined = text.charAt(stop - 1) + "." + text.charAt(word);
    return (lexicon.kinds(joined, 0, joined.length()) & Lexicon.ABBREVIATION) != 0;
  }

  /** Returns whether a particle and a name follow, as in {@code A. De Vries}. */
  private boolean isParticle(int first) {
    int particleEnd = context.wordEnd(first);
    int name = WhiteSpace.skip(text, particleEnd, context.end());
    return name > particleEnd
        && name < context.end()
        && Letters.isUpper(text.charAt(name))
        && (lexicon.kinds(text, first, particleEnd) & Lexicon.NAME_PARTICLE) != 0;
  }
}
