package dev.nutgraf.text;

import dev.nutgraf.chars.Letters;
import dev.nutgraf.chars.UnicodeBlocks;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.Lexicon;

/** Recognizes quotations that end in a terminator and after which the sentence continues. */
final class QuotationRules {
  /** Characters of Chinese within which the speaker of a quotation is named. */
  private static final int MAX_ATTRIBUTION = 12;

  /** Words of a name before a verb of speech: {@code Mayor Ruth B. Hallam of}. */
  private static final int MAX_NAME_WORDS = 6;

  private final SentenceContext context;
  private final String text;
  private final Lexicon lexicon;

  QuotationRules(SentenceContext context) {
    this.context = context;
    this.text = context.text();
    this.lexicon = context.lexicon();
  }

  /**
   * Returns whether what follows a quotation in Japanese or Chinese belongs to its sentence: a
   * particle in Hiragana, or a few characters that say who spoke.
   */
  boolean continuesQuotation(int at) {
    if (UnicodeBlocks.isHiragana(text.charAt(at))) {
      return true;
    }
    int limit = Math.min(context.end(), at + MAX_ATTRIBUTION);
    for (int i = at; i < limit && Letters.isLetter(text.charAt(i)); i++) {
      for (int length = 1; length <= 2 && i + length <= limit; length++) {
        if ((lexicon.kinds(text, i, i + length) & Lexicon.ATTRIBUTION) != 0) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Returns whether a name and a verb of speech follow a quotation that ends in an exclamation or
   * question mark: {@code Hallam asked}, {@code Mayor Ruth Hallam said}.
   */
  boolean isAttribution(int first) {
    if (context.opensSentence(first)) {
      return false;
    }
    int at = first;
    for (int words = 0; words < MAX_NAME_WORDS && at < context.end(); words++) {
      int wordEnd = context.wordEnd(at);
      if (wordEnd == at) {
        return false;
      }
      if (!Letters.isUpper(text.charAt(at))) {
        return words > 0 && (lexicon.kinds(text, at, wordEnd) & Lexicon.ATTRIBUTION) != 0;
      }
      boolean stop = wordEnd < context.end() && text.charAt(wordEnd) == '.';
      at = WhiteSpace.skip(text, stop ? wordEnd + 1 : wordEnd, context.end());
    }
    return false;
  }
}
