package dev.nutgraf.rank;

/**
 * The length of a summary. All limits hold together, and a summary contains only whole sentences;
 * it has at least one, even if that one is longer than the limits.
 *
 * @param sentences sentences at most, {@value #MIN_SENTENCES} to {@value #MAX_SENTENCES}
 * @param maxWords words at most, as metadata.json counts them in {@code summary.wordCount}: words
 *     of the Unicode standard, except that hyphens separate words and that scripts without spaces
 *     count pairs of characters; 0 for no limit, {@value #MAX_LIMIT} at most
 * @param maxCharacters Unicode code points of summary.txt at most, without its line ends; 0 for no
 *     limit, {@value #MAX_LIMIT} at most
 */
public record SummaryLength(int sentences, int maxWords, int maxCharacters) {
  /** Lowest number of sentences that can be requested. */
  public static final int MIN_SENTENCES = 1;

  /** Highest number of sentences that can be requested. */
  public static final int MAX_SENTENCES = 20;

  /** Highest limit of words and of characters. */
  public static final int MAX_LIMIT = 100_000;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  public SummaryLength {
    check("sentences", sentences, MIN_SENTENCES, MAX_SENTENCES);
    check("maxWords", maxWords, 0, MAX_LIMIT);
    check("maxCharacters", maxCharacters, 0, MAX_LIMIT);
  }

  /** Returns the length of a number of sentences without other limits. */
  public static SummaryLength ofSentences(int sentences) {
    return new SummaryLength(sentences, 0, 0);
  }

  /** Returns whether words or characters are limited. */
  public boolean isLimited() {
    return maxWords > 0 || maxCharacters > 0;
  }

  /**
   * Returns whether a summary is within the limits of words and characters.
   *
   * @param words number of its words
   * @param characters number of its code points without line ends
   */
  public boolean admits(long words, long characters) {
    return (maxWords == 0 || words <= maxWords)
        && (maxCharacters == 0 || characters <= maxCharacters);
  }

  private static void check(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          name + " must be " + min + " to " + max + ", not " + value);
    }
  }
}
