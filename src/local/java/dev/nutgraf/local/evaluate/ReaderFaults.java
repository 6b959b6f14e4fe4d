package dev.nutgraf.local.evaluate;

import dev.nutgraf.chars.Letters;
import dev.nutgraf.chars.SentenceTerminators;
import dev.nutgraf.chars.UnicodeBlocks;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.Lexicon;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Faults of a summary that readers object to, recognized by rules. A figure beside ROUGE, which
 * doesn't notice them; the rules are simple, so that a table of them can be checked by hand.
 */
final class ReaderFaults {
  /** A kind of fault. */
  enum ReaderFault {
    /** A mark of a caption: a picture place in parentheses, a stop set apart, a label and colon. */
    CAPTION,
    /** A pronoun or connective that opens a sentence whose predecessor isn't chosen. */
    ANAPHORA,
    /** Double quotation marks that the summary opens and doesn't close, or the reverse. */
    QUOTATION,
    /** A question. */
    QUESTION,
    /** Fewer than five words, or no stop at the end. */
    FRAGMENT;

    /** Returns the heading of its column. */
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int MIN_WORDS = 5;

  private static final String OPENING_MARKS = "\"“„«‘'(";

  private static final Pattern PICTURE_PLACE =
      Pattern.compile(
          "\\((?:pictured|photographed|left|right|above|below|centre|center|top|bottom|second left"
              + "|second right|file photo)[^)]{0,30}\\)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern STOP_SET_APART = Pattern.compile("\\S \\.[\"”’]?$");

  /** Up to four words before a colon. */
  private static final Pattern LABEL =
      Pattern.compile(
          "^[\"“]?\\p{L}[\\w’'-]*(?: [\\w’'-]+){0,3}: \\p{L}", Pattern.UNICODE_CHARACTER_CLASS);

  private static final Set<String> WITHOUT_OPENING_QUOTES = Set.of("sv", "fi");

  private ReaderFaults() {}

  /**
   * Returns the faults of a summary.
   *
   * @param lexicon the words of its language
   * @param sentences the chosen sentences, as lines
   * @param followed by sentence, whether the sentence before it is chosen or there is none
   */
  static Set<ReaderFault> of(Lexicon lexicon, List<String> sentences, List<Boolean> followed) {
    Set<ReaderFault> faults = EnumSet.noneOf(ReaderFault.class);
    for (int i = 0; i < sentences.size(); i++) {
      String sentence = sentences.get(i).strip();
      if (isCaption(sentence)) {
        faults.add(ReaderFault.CAPTION);
      }
      if (!followed.get(i) && pointsBack(lexicon, sentence)) {
        faults.add(ReaderFault.ANAPHORA);
      }
      if (!sentence.isEmpty()
          && SentenceTerminators.isQuestionMark(sentence.charAt(sentence.length() - 1))) {
        faults.add(ReaderFault.QUESTION);
      }
      if (isFragment(sentence)) {
        faults.add(ReaderFault.FRAGMENT);
      }
    }
    if (!closesItsQuotations(lexicon, String.join(" ", sentences))) {
      faults.add(ReaderFault.QUOTATION);
    }
    return faults;
  }

  private static boolean isCaption(String sentence) {
    String text =
        sentence.startsWith("\"") || sentence.startsWith("“") ? sentence.substring(1) : sentence;
    return !text.isEmpty()
        && Letters.isUpper(text.charAt(0))
        && (PICTURE_PLACE.matcher(sentence).find()
            || STOP_SET_APART.matcher(sentence).find()
            || LABEL.matcher(sentence).find());
  }

  private static boolean pointsBack(Lexicon lexicon, String sentence) {
    int start = 0;
    while (start < sentence.length() && OPENING_MARKS.indexOf(sentence.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < sentence.length() && Letters.isLetterOrDigit(sentence.charAt(end))) {
      end++;
    }
    String word = sentence.substring(start, end).toLowerCase(Locale.ROOT);
    return lexicon.opening(word) != Lexicon.Opening.PLAIN;
  }

  private static boolean isFragment(String sentence) {
    if (sentence.isEmpty()) {
      return true;
    }
    int end = SentenceTerminators.lastBeforeClosers(sentence, 0, sentence.length());
    return words(sentence) < MIN_WORDS || !SentenceTerminators.isTerminator(sentence.charAt(end));
  }

  /** Returns the number of words between spaces; in scripts without spaces, of two characters. */
  static int words(String sentence) {
    int words = 0;
    int unspaced = 0;
    boolean inWord = false;
    for (int i = 0; i < sentence.length(); i++) {
      char c = sentence.charAt(i);
      boolean space = WhiteSpace.isWhiteSpace(c);
      words += !space && !inWord ? 1 : 0;
      unspaced += UnicodeBlocks.isEastAsian(c) ? 1 : 0;
      inWord = !space;
    }
    return Math.max(words, unspaced / 2);
  }

  private static boolean closesItsQuotations(Lexicon lexicon, String summary) {
    return closesCurly(lexicon, summary)
        && count(summary, '"') % 2 == 0
        && count(summary, '«') == count(summary, '»')
        && count(summary, '「') == count(summary, '」');
  }

  private static boolean closesCurly(Lexicon lexicon, String summary) {
    int low = count(summary, '„');
    int left = count(summary, '“');
    int right = count(summary, '”');
    if (low > 0) {
      return low == left + right; // „...“ or „...”
    }
    if (left == 0 && WITHOUT_OPENING_QUOTES.contains(lexicon.language())) {
      return right % 2 == 0; // ”...”
    }
    return left == right;
  }

  private static int count(String text, char c) {
    return (int) text.chars().filter(other -> other == c).count();
  }
}
