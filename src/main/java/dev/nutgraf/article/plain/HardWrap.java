package dev.nutgraf.article.plain;

import dev.nutgraf.chars.Letters;
import dev.nutgraf.chars.SentenceTerminators;
import dev.nutgraf.chars.WhiteSpace;
import java.util.BitSet;

/**
 * Detects whether and how the lines of a text are wrapped, as in e-mail and typescripts.
 *
 * <p>Three findings, from strong to weak:
 *
 * <ol>
 *   <li>A margin: a width that nearly all lines keep to. A break was forced by it if the first word
 *       of the next line wouldn't have fitted. The text has a margin if most breaks are forced, at
 *       most half of the lines end in a terminator, and at least a quarter breaks a sentence: the
 *       next one starts in lower case (for scripts with case), or a sentence starts within it that
 *       has no terminator.
 *   <li>Lower-case starts: a line that starts in lower case after a line without a terminator
 *       continues its sentence, unless the writer uses no capitals and the lines are a list.
 *   <li>A usual break length: if sentences are often broken in this way, a line of at least 60 % of
 *       their mean length was broken as well, even if the next one starts with a capital.
 * </ol>
 *
 * <p>The shares are set so that one paragraph per line, lists and poems, which aren't wrapped, stay
 * apart; {@code HardWrapTest} has the cases. Time and memory are linear.
 */
final class HardWrap {
  /** Wider lines are paragraphs; typescripts have 60 to 80 characters. */
  private static final int MAX_WIDTH = 130;

  private static final int MIN_WIDTH = 20;

  /** Fewer breaks prove no margin. */
  private static final int MIN_MARGIN_BREAKS = 2;

  /** Fewer breaks prove no usual length. */
  private static final int MIN_USUAL_BREAKS = 3;

  /** Largest share of lines that are longer than the margin, such as addresses and tables. */
  private static final double OUTLIERS = 0.05;

  /** Smallest share of breaks that the margin forced. */
  private static final double FORCED = 0.7;

  /** Largest share of breaks after a terminator in a text with a margin. */
  private static final double ENDING_IN_STOP = 0.5;

  /** Smallest share of breaks within a sentence in a text with a margin. */
  private static final double WITHIN_SENTENCE = 0.25;

  /** Smallest share of breaks without a terminator that break a sentence to be the usual case. */
  private static final double MID_SENTENCE = 0.4;

  /** Share of the mean length of broken lines from which a line counts as broken. */
  private static final double NEAR_USUAL = 0.6;

  private final int width;
  private final boolean lowerContinues;
  private final int brokenLength;
  private final BitSet rests;

  private HardWrap(int width, boolean lowerContinues, int brokenLength, BitSet rests) {
    this.width = width;
    this.lowerContinues = lowerContinues;
    this.brokenLength = brokenLength;
    this.rests = rests;
  }

  /**
   * Detects the wrapping of a text.
   *
   * @param notes indexes of lines that are no prose
   */
  static HardWrap of(String text, Lines lines, BitSet notes) {
    int breaks = 0;
    int stops = 0;
    int lower = 0;
    int within = 0;
    int upper = 0;
    int lowerAfterStop = 0;
    int broken = 0;
    long brokenLength = 0;
    for (int next = 1; next < lines.count(); next++) {
      if (!isBreak(lines, notes, next)) {
        continue;
      }
      breaks++;
      boolean stop =
          SentenceTerminators.endsSentence(text, lines.start(next - 1), lines.end(next - 1));
      boolean continues = startsLower(text, lines.start(next), lines.end(next));
      stops += stop ? 1 : 0;
      lower += continues ? 1 : 0;
      within += continues || (!stop && startsSentence(text, lines, next - 1)) ? 1 : 0;
      upper += Character.isUpperCase(text.charAt(lines.start(next))) ? 1 : 0;
      lowerAfterStop += stop && continues ? 1 : 0;
      if (continues && !stop) {
        broken++;
        brokenLength += lines.length(next - 1);
      }
    }
    boolean lowerContinues = 2 * lower <= breaks || (stops > 0 && 4 * lowerAfterStop <= stops);
    boolean oftenBroken =
        lowerContinues && broken >= MIN_USUAL_BREAKS && broken >= MID_SENTENCE * (breaks - stops);
    int usual = oftenBroken ? (int) (NEAR_USUAL * brokenLength / broken) : Integer.MAX_VALUE;
    boolean cased = lower + upper > breaks / 4;
    boolean prose =
        breaks >= MIN_MARGIN_BREAKS
            && stops <= ENDING_IN_STOP * breaks
            && (!cased || within >= WITHIN_SENTENCE * breaks);
    int width = prose ? width(lines, notes, breaks) : 0;
    BitSet rests = restsOfSentences(text, lines);
    HardWrap margin = new HardWrap(width, lowerContinues, usual, rests);
    return width == 0 || margin.forces(text, lines, notes, FORCED * breaks)
        ? margin
        : new HardWrap(0, lowerContinues, usual, rests);
  }

  private static boolean isBreak(Lines lines, BitSet notes, int next) {
    return !lines.afterBlank(next) && !notes.get(next - 1) && !notes.get(next);
  }

  /** Returns whether a sentence starts within a line, after the end of another. */
  private static boolean startsSentence(String text, Lines lines, int line) {
    int end = lines.end(line);
    for (int at = lines.start(line) + 1; at + 2 < end; at++) {
      if (SentenceTerminators.isTerminator(text.charAt(at))
          && text.charAt(at + 1) == ' '
          && Letters.isLower(text.charAt(at - 1))
          && Character.isUpperCase(text.charAt(at + 2))) {
        return true;
      }
    }
    return false;
  }

  /** Returns the lines that complete, in lower case, a sentence that started above. */
  private static BitSet restsOfSentences(String text, Lines lines) {
    BitSet rests = new BitSet(lines.count());
    int first = 0;
    boolean stop = true;
    for (int line = 0; line < lines.count(); line++) {
      boolean lower = startsLower(text, lines.start(line), lines.end(line));
      if (stop || !lower || lines.afterBlank(line)) {
        first = line;
      }
      stop = SentenceTerminators.endsSentence(text, lines.start(line), lines.end(line));
      if (stop && !startsLower(text, lines.start(first), lines.end(first))) {
        rests.set(first + 1, line + 1);
      }
    }
    return rests;
  }

  /** Returns the width that all lines but a few outliers keep to; 0 if there is none. */
  private static int width(Lines lines, BitSet notes, int breaks) {
    int[] lengths = new int[MAX_WIDTH + 2];
    for (int next = 1; next < lines.count(); next++) {
      if (isBreak(lines, notes, next)) {
        lengths[Math.min(MAX_WIDTH + 1, lines.length(next - 1))]++;
      }
    }
    int width = MAX_WIDTH + 1;
    int longer = lengths[width];
    while (width > 0 && longer <= OUTLIERS * breaks) {
      width--;
      longer += lengths[width];
    }
    return width >= MIN_WIDTH && width <= MAX_WIDTH ? width : 0;
  }

  private boolean forces(String text, Lines lines, BitSet notes, double enough) {
    int forced = 0;
    for (int next = 1; next < lines.count(); next++) {
      forced += isBreak(lines, notes, next) && breaks(text, lines, next) ? 1 : 0;
    }
    return forced >= enough;
  }

  /** Returns whether the text has a margin. */
  boolean isSet() {
    return width > 0;
  }

  /** Returns whether the margin forced the break before a line. */
  boolean breaks(String text, Lines lines, int next) {
    return width > 0
        && lines.length(next - 1) + 1 + firstWord(text, lines.start(next), lines.end(next)) > width;
  }

  /** Returns whether a lower-case start continues the sentence of the line before. */
  boolean lowerContinues(int line) {
    return lowerContinues || rests.get(line);
  }

  /** Returns whether a line of this length, without a terminator, was broken in mid-sentence. */
  boolean breaksAt(int length) {
    return length >= brokenLength;
  }

  private static int firstWord(String text, int start, int end) {
    if (Character.isIdeographic(text.codePointAt(start))) {
      return 0;
    }
    int at = start;
    while (at < end && at - start < MAX_WIDTH && !WhiteSpace.isWhiteSpace(text.charAt(at))) {
      at++;
    }
    return at - start;
  }

  /** Returns whether a line starts in lower case, other than with a name such as iPhone. */
  static boolean startsLower(String text, int start, int end) {
    return Letters.isLower(text.charAt(start))
        && (start + 1 >= end || !Character.isUpperCase(text.charAt(start + 1)));
  }
}
