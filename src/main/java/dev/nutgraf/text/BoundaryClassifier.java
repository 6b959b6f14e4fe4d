package dev.nutgraf.text;

/** Decides the boundaries that the rules of {@link SentenceSplitter} leave in doubt. */
@FunctionalInterface
interface BoundaryClassifier {
  /** The kinds of candidates: two that a rule settles, and the reasons that none does. */
  enum BoundaryKind {
    /** A rule says that a sentence ends here. */
    ALWAYS(0),
    /** A rule says that none ends here. */
    NEVER(1),
    /** A full stop before a word in lower case. */
    PERIOD_THEN_LOWER(2),
    /** A full stop before a character that is neither a letter nor a digit. */
    PERIOD_THEN_SYMBOL(3),
    /** An exclamation or question mark before anything but a capital. */
    MARK_THEN_OTHER(4),
    /** An ellipsis. */
    ELLIPSIS(5),
    /** An abbreviation or number with its full stop, before a capital. */
    ABBREVIATION(6),
    /** A terminator without white space after it. */
    GLUED(7),
    /** White space without a terminator, before a capital, a digit or a symbol. */
    NO_TERMINATOR(8);

    private final int code;

    BoundaryKind(int code) {
      this.code = code;
    }

    /** The number of the kind in features; trained models depend on it. */
    int code() {
      return code;
    }
  }

  /**
   * Returns whether a sentence ends at the boundary.
   *
   * @param kind the reason of the doubt; neither {@code ALWAYS} nor {@code NEVER}
   * @param begin start of the current sentence
   * @param close where it would end, exclusive
   * @param next where the next sentence would start
   */
  boolean endsSentence(BoundaryKind kind, int begin, int close, int next);
}
