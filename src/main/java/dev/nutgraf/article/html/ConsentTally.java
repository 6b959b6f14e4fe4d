package dev.nutgraf.article.html;

/**
 * The counts by which a region is recognized as a dialog that asks for consent, a subscription or a
 * login, whatever its class names: phrases, the text around them, and something to click.
 */
final class ConsentTally {
  /** Phrases of a dialog; a report quotes one at most. */
  private static final int MIN_PHRASES = 2;

  /** Characters of a line for each phrase in it, up to which it is text of a dialog. */
  private static final int MAX_CHARS_PER_PHRASE = 300;

  private int phrases;
  private int controls;
  private int requestChars;
  private int proseChars;

  /** Counts a button, form or link. */
  void countControl() {
    controls++;
  }

  /**
   * Counts a line.
   *
   * @param proseChars its characters if it is prose, else 0
   */
  void countLine(String line, int proseChars) {
    int found = ConsentPhrases.count(line);
    phrases += found;
    if (found > 0 && line.length() <= found * MAX_CHARS_PER_PHRASE) {
      requestChars += line.length();
    } else {
      this.proseChars += proseChars;
    }
  }

  /** Adds the counts of a region inside; of a dropped one, only those that show a dialog. */
  void add(ConsentTally inner, boolean dropped) {
    phrases += inner.phrases;
    controls += inner.controls;
    requestChars += dropped ? 0 : inner.requestChars;
    proseChars += dropped ? 0 : inner.proseChars;
  }

  /** Returns whether most of the text asks for consent, and there is something to click. */
  boolean isRequest() {
    return controls > 0 && phrases >= MIN_PHRASES && requestChars > proseChars;
  }
}
