package dev.nutgraf.lexicon;

import dev.nutgraf.chars.Letters;
import java.util.List;

/**
 * The stop words of several languages in one hash table, so that one look-up finds all languages
 * that have a word. Immutable.
 */
public final class StopWords {
  private final char[][] words;

  /** By slot, the languages that have the word in any case, and only capitalized. */
  private final long[] always;

  private final long[] capitalized;

  /** Collects the stop words of the given languages, at most 64: one bit each. */
  public StopWords(List<Lexicon> languages) {
    if (languages.size() > Long.SIZE) {
      throw new IllegalArgumentException("More than 64 languages");
    }
    int[] count = new int[1];
    for (Lexicon language : languages) {
      language.forEachStopWord((word, onlyCapitalized) -> count[0]++);
    }
    int capacity = Integer.highestOneBit(Math.max(count[0], 16)) * 4;
    this.words = new char[capacity][];
    this.always = new long[capacity];
    this.capitalized = new long[capacity];
    for (int i = 0; i < languages.size(); i++) {
      long language = 1L << i;
      languages
          .get(i)
          .forEachStopWord(
              (word, onlyCapitalized) -> {
                int slot = slot(new String(word), 0, word.length);
                words[slot] = word;
                (onlyCapitalized ? capitalized : always)[slot] |= language;
              });
    }
  }

  /** Returns the languages of the word from start to end, as bits by their index in the list. */
  public long languages(CharSequence text, int start, int end) {
    int slot = slot(text, start, end);
    return Letters.isLower(text.charAt(start)) ? always[slot] : always[slot] | capitalized[slot];
  }

  private int slot(CharSequence text, int start, int end) {
    return Lexicon.slot(words, text, start, end);
  }
}
