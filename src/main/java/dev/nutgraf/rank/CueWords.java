package dev.nutgraf.rank;

/** Marks that say what part a sentence plays. */
final class CueWords {
  private CueWords() {}

  static boolean quotationMark(char c) {
    return switch (c) {
      case '"', '\'', '\u201c', '\u201d', '\u201e', '\u2018', '\u2019', '\u00ab', '\u00bb' -> true;
      default -> false;
    };
  }

  /** The place of the last character that is no quotation mark or bracket; else of the first. */
  static int lastMark(String text, int start, int end) {
    int at = end - 1;
    while (at > start
        && (quotationMark(text.charAt(at)) || text.charAt(at) == ')' || text.charAt(at) == ']')) {
      at--;
    }
    return at;
  }
}
