package dev.nutgraf.article.plain;

import dev.nutgraf.chars.SentenceTerminators;
import dev.nutgraf.chars.WhiteSpace;
import java.util.BitSet;

/**
 * Tells line breaks within a paragraph, as mail and typescripts have them, from those that end one.
 *
 * <p>A line was broken at the margin when the next line's first word would not have fitted any
 * more. A text was set to a margin when nearly all its line breaks are of this kind, most lines end
 * without a stop and many go on in lower case. Short of a margin, a line without a stop that goes
 * on in lower case was broken in mid-sentence, unless the writer has no use for capitals at all and
 * the lines come to no stop, as a list does; and where that happens often, it happened as well to
 * lines of such length that go on with a name.
 */
final class HardWrap {
  private static final int MAX_WIDTH = 130;
  private static final int MIN_WIDTH = 20;
  private static final int MIN_BREAKS = 3;

  /** The share of lines that may be longer than the margin: addresses, tables. */
  private static final double OUTLIERS = 0.05;

  private static final double FORCED = 0.7;
  private static final double ENDING_IN_STOP = 0.5;
  private static final double STARTING_LOWER = 0.25;
  private static final double MID_SENTENCE = 0.4;

  /** Lines of this share of the usual length were broken where that one was. */
  private static final double NEAR_USUAL = 0.6;

  private final int width;
  private final boolean lowerGoesOn;
  private final int brokenLength;
  private final BitSet rests;

  private HardWrap(int width, boolean lowerGoesOn, int brokenLength, BitSet rests) {
    this.width = width;
    this.lowerGoesOn = lowerGoesOn;
    this.brokenLength = brokenLength;
    this.rests = rests;
  }

  /** The margin of a text. */
  static HardWrap of(String text, Lines lines) {
    int breaks = 0;
    int stops = 0;
    int lower = 0;
    int upper = 0;
    int lowerAfterStop = 0;
    int broken = 0;
    long brokenLength = 0;
    for (int next = 1; next < lines.count(); next++) {
      if (lines.afterBlank(next)) {
        continue;
      }
      breaks++;
      boolean stop =
          SentenceTerminators.endsSentence(text, lines.start(next - 1), lines.end(next - 1));
      boolean goesOn = startsLower(text, lines.start(next), lines.end(next));
      stops += stop ? 1 : 0;
      lower += goesOn ? 1 : 0;
      upper += Character.isUpperCase(text.charAt(lines.start(next))) ? 1 : 0;
      lowerAfterStop += stop && goesOn ? 1 : 0;
      if (goesOn && !stop) {
        broken++;
        brokenLength += lines.length(next - 1);
      }
    }
    boolean lowerGoesOn = 2 * lower <= breaks || (stops > 0 && 4 * lowerAfterStop <= stops);
    boolean oftenBroken =
        lowerGoesOn && broken >= MIN_BREAKS && broken >= MID_SENTENCE * (breaks - stops);
    int usual = oftenBroken ? (int) (NEAR_USUAL * brokenLength / broken) : Integer.MAX_VALUE;
    boolean cased = lower + upper > breaks / 4;
    boolean prose =
        breaks >= MIN_BREAKS
            && stops <= ENDING_IN_STOP * breaks
            && (!cased || lower >= STARTING_LOWER * breaks);
    int width = prose ? width(lines, breaks) : 0;
    BitSet rests = restsOfSentences(text, lines);
    HardWrap margin = new HardWrap(width, lowerGoesOn, usual, rests);
    return width == 0 || margin.forces(text, lines, FORCED * breaks)
        ? margin
        : new HardWrap(0, lowerGoesOn, usual, rests);
  }

  /** The lines that bring a sentence, begun in a line above, in lower case to its stop. */
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

  /** The width that all lines but a few outliers keep to; 0 where there is none. */
  private static int width(Lines lines, int breaks) {
    int[] lengths = new int[MAX_WIDTH + 2];
    for (int next = 1; next < lines.count(); next++) {
      if (!lines.afterBlank(next)) {
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

  private boolean forces(String text, Lines lines, double enough) {
    int forced = 0;
    for (int next = 1; next < lines.count(); next++) {
      forced += !lines.afterBlank(next) && breaks(text, lines, next) ? 1 : 0;
    }
    return forced >= enough;
  }

  /** Whether the text has a margin at all. */
  boolean isSet() {
    return width > 0;
  }

  /** Whether the line before {@code next} ended only because the margin was reached. */
  boolean breaks(String text, Lines lines, int next) {
    return width > 0
        && lines.length(next - 1) + 1 + firstWord(text, lines.start(next), lines.end(next)) > width;
  }

  /** Whether a line that starts in lower case goes on with the sentence of the line before. */
  boolean lowerGoesOn(int line) {
    return lowerGoesOn || rests.get(line);
  }

  /** Whether a line of this length, without a stop, was broken in mid-sentence. */
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

  /** Whether it goes on in lower case; iPhone and eBay start sentences as they are. */
  static boolean startsLower(String text, int start, int end) {
    return Character.isLowerCase(text.charAt(start))
        && (start + 1 >= end || !Character.isUpperCase(text.charAt(start + 1)));
  }
}
