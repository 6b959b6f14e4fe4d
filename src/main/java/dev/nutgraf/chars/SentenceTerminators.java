package dev.nutgraf.chars;

/**
 * The characters that end sentences, in all scripts of the Basic Multilingual Plane.
 *
 * <p>The table is Unicode's property {@code Sentence_Terminal} with the exceptions that its test
 * lists. Most of these marks end a sentence wherever they occur ({@code 。 । ؟}). The ambiguous ones
 * have more uses: {@code .} in abbreviations and numbers, {@code ! ?} in names and asides, {@code
 * …} for an omission. {@code ;} in Greek and {@code :} in Armenian depend on the letter before them
 * and are left to the splitter of sentences.
 */
public final class SentenceTerminators {
  /** The first terminator beyond ASCII; the Armenian full stop is the second. */
  private static final char GREEK_QUESTION_MARK = '\u037E';

  private static final char ARMENIAN_FULL_STOP = '\u0589';

  /** Ideographs, most characters of Chinese and Japanese, are answered by range. */
  private static final char FIRST_IDEOGRAPH = '\u3400';

  private static final char LAST_IDEOGRAPH = '\u9FFF';

  /** The length of the longest bracketed note mark that may follow a terminator: {@code [1234]}. */
  private static final int MAX_NOTE_MARK = 6;

  /** Markdown and chat programs set it around emphasized text. */
  private static final char EMPHASIS = '*';

  private SentenceTerminators() {}

  /** Returns whether the character can end a sentence. */
  public static boolean isTerminator(char c) {
    if (c < 0x80) {
      return c == '.' || c == '!' || c == '?';
    }
    return isAmbiguous(c) || isUnambiguous(c);
  }

  private static boolean isAmbiguous(char c) {
    return switch (c) {
      case '․', '…', '‼', '‽', '⁇', '⁈', '⁉', '⸮', '．' -> true;
      default -> false;
    };
  }

  /** Returns whether the character ends a sentence wherever it occurs. */
  public static boolean isUnambiguous(char c) {
    if (c < ARMENIAN_FULL_STOP) {
      return c == GREEK_QUESTION_MARK;
    }
    return (c < FIRST_IDEOGRAPH || c > LAST_IDEOGRAPH) && isOfScript(c);
  }

  private static boolean isOfScript(char c) {
    return switch (c) {
      case ARMENIAN_FULL_STOP -> true;
      case '؝', '؞', '؟', '۔' -> true; // Arabic, Urdu
      case '܀', '܁', '܂' -> true; // Syriac
      case '߹', '꘎', '꘏', '꛳', '꛷' -> true; // N'Ko, Vai, Bamum
      case '࠷', '࠹', '࠽', '࠾' -> true; // Samaritan
      case '।', '॥' -> true; // Devanagari and its neighbors
      case '᰻', '᰼', '᱾', '᱿', '꣎', '꣏', '꫰', '꫱', '꯫' -> true; // Lepcha to Meetei
      case '།', '꡶', '꡷' -> true; // Tibetan, Phags-pa
      case '။', '꤯' -> true; // Burmese, Kayah Li
      case '።', '፧', '፨' -> true; // Ethiopic
      case '᙮', '⳹', '⳺', '⳻' -> true; // Canadian syllabics, Old Nubian
      case '᜵', '᜶' -> true; // Philippine scripts
      case '។', '៕', '꩝', '꩞', '꩟' -> true; // Khmer, Cham
      case '᠃', '᠉' -> true; // Mongolian, Manchu
      case '᥄', '᥅' -> true; // Limbu
      case '᪨', '᪩', '᪪', '᪫' -> true; // Tai Tham
      case '᭎', '᭏', '᭚', '᭛', '᭞', '᭟', '᭽', '᭾', '᭿' -> true; // Balinese
      case '꧈', '꧉' -> true; // Javanese
      case '⸼', '⹓', '⹔', '⹠', '⹡' -> true; // shorthand and medieval
      case '。', '｡', '！', '？', '︒', '︕', '︖' -> true; // Chinese, Japanese
      case '꓿' -> true; // Lisu
      default -> false;
    };
  }

  /** Returns whether the mark asks, in whatever script: {@code ?}, {@code ؟}. */
  public static boolean isQuestionMark(char c) {
    return switch (c) {
      case '?', GREEK_QUESTION_MARK, '؟', '፧', '‽', '⁇', '⁈', '⸮', '︖', '？' -> true;
      default -> false;
    };
  }

  /**
   * The first position from {@code from} that neither closes nor terminates, at most {@code end}.
   */
  public static int skipClosers(String text, int from, int end) {
    int at = from;
    while (at < end && (isCloser(text.charAt(at)) || isTerminator(text.charAt(at)))) {
      at++;
    }
    return at;
  }

  /**
   * The position of the last character of the stretch that neither closes nor is white space, or
   * {@code start} if all of them are. The stretch isn't empty.
   */
  public static int lastBeforeClosers(String text, int start, int end) {
    int at = end - 1;
    while (at > start && (isCloser(text.charAt(at)) || WhiteSpace.isWhiteSpace(text.charAt(at)))) {
      at--;
    }
    return at;
  }

  /**
   * Returns whether the stretch ends as sentences do: in a terminator, which quotation marks,
   * brackets, emphasis or note marks such as {@code [12]} may follow.
   */
  public static boolean endsSentence(String text, int start, int end) {
    int at = end;
    while (at > start) {
      char c = text.charAt(at - 1);
      if (isTerminator(c)) {
        return true;
      }
      if (c == ']') {
        int open = at - 1;
        while (open > start && at - open < MAX_NOTE_MARK && text.charAt(open) != '[') {
          open--;
        }
        at = text.charAt(open) == '[' ? open : at - 1;
      } else if (isCloser(c) || WhiteSpace.isWhiteSpace(c)) {
        at--;
      } else {
        return false;
      }
    }
    return false;
  }

  private static boolean isCloser(char c) {
    return Punctuation.canClose(c) || c == EMPHASIS;
  }
}
