package dev.nutgraf.lexicon;

import java.util.List;

/** Endings of words. */
final class Endings {
  private final String[] endings; // iterators over a list would be garbage for each word

  /** A bit for the last letter of each ending, by the low bits of its code. */
  private final long lastLetters;

  Endings(List<String> endings) {
    this.endings = endings.toArray(String[]::new);
    long letters = 0;
    for (String ending : endings) {
      letters |= 1L << ending.charAt(ending.length() - 1);
    }
    this.lastLetters = letters;
  }

  /** Returns whether the word from start to end has one of the endings and isn't one. */
  boolean endAny(String text, int start, int end) {
    if ((lastLetters & 1L << text.charAt(end - 1)) == 0) { // settles most words
      return false;
    }
    for (String ending : endings) {
      if (end - ending.length() > start && text.startsWith(ending, end - ending.length())) {
        return true;
      }
    }
    return false;
  }
}
