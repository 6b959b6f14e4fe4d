package dev.nutgraf.text;

/**
 * Decides the boundaries that rules leave in doubt.
 *
 * @see SentenceSplitter
 */
interface BoundaryClassifier {
  /** What makes a place a candidate, and why no rule settles it. */
  enum BoundaryKind {
    /** A sentence ends here: nothing to decide. */
    ALWAYS(0),
    /** None does. */
    NEVER(1),
    /** A full stop, then a word in lower case. */
    STOP_THEN_LOWER(2),
    /** A full stop, then neither letter nor digit. */
    STOP_THEN_SIGN(3),
    /** An exclamation or question mark, then a word in lower case or a sign. */
    MARK_THEN_LOWER(4),
    /** An ellipsis. */
    ELLIPSIS(5),
    /** An abbreviation or a number with its stop, then a capital. */
    ABBREVIATION(6),
    /** A stop with a word glued to it. */
    GLUED(7),
    /** No stop at all: white space before a capital, a digit or a sign. */
    NO_STOP(8);

    private final int code;

    BoundaryKind(int code) {
      this.code = code;
    }

    /** A number that stays the same, for a trained model relies on it. */
    int code() {
      return code;
    }
  }

  /**
   * Whether a sentence ends here.
   *
   * @param clue why it is asked; neither {@code ALWAYS} nor {@code NEVER}
   * @param begin where the sentence under way starts
   * @param close where it would end, exclusive
   * @param next where the next one would start
   */
  boolean endsSentence(BoundaryKind clue, int begin, int close, int next);
}
