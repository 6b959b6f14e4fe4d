package dev.nutgraf.text;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The words of a language that the latest articles used, with their stems. Articles share most of
 * their words, and looking one up costs a tenth of stemming it.
 *
 * <p>Each word has one place, by its hash, which it takes from the word before. This bounds the
 * memory to some 0.6 MB a language. Thread-safe without locks: entries are immutable, and of two
 * threads that meet at a place either entry is right.
 */
final class KnownWords {
  private static final int PLACES = 1 << 12;

  /** Longer words are rarely met again. */
  private static final int MAX_CHARS = 24;

  private final Word[] words = new Word[PLACES];

  /**
   * A word.
   *
   * @param folded its characters, folded
   * @param stem its stem; a stop word's is the word itself
   */
  record Word(String folded, String stem, boolean isStopWord) {
    boolean matches(char[] chars, int from, int to) {
      if (folded.length() != to - from) {
        return false;
      }
      for (int i = from; i < to; i++) {
        if (folded.charAt(i - from) != chars[i]) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * Returns the word of the folded characters from {@code from} to {@code to}.
   *
   * @param hash the same for the same characters
   * @param lookUp makes the word if it isn't known
   */
  Word get(char[] chars, int from, int to, int hash, Function<String, Word> lookUp) {
    int place = hash & (PLACES - 1);
    @Nullable Word known = words[place];
    if (known != null && known.matches(chars, from, to)) {
      return known;
    }
    Word word = lookUp.apply(new String(chars, from, to - from));
    if (to - from <= MAX_CHARS) {
      words[place] = word;
    }
    return word;
  }
}
