package dev.nutgraf.summary;

/** Folds white space, so that a sentence fits on one line. */
final class OneLine {
  private OneLine() {}

  /** Every run of white space, breaking or not, as one space. */
  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = true;
      } else {
        if (space && !folded.isEmpty()) {
          folded.append(' ');
        }
        space = false;
        folded.append(c);
      }
    }
    return folded.toString();
  }
}
