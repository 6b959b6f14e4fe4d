package dev.nutgraf.article;

/**
 * Tells whether lines were broken at a margin, as in mail and in typescripts, or where the writer
 * ended a paragraph.
 *
 * <p>A line was broken at the margin when the next line's first word would not have fitted any
 * more. A text was set to a margin when nearly all its line breaks are of this kind, most lines end
 * without a stop and many go on in lower case.
 */
final class Margin {
  private static final int MAX_WIDTH = 130;
  private static final int MIN_WIDTH = 20;
  private static final int MIN_BREAKS = 3;

  /** The share of lines that may be longer than the margin: addresses, tables. */
  private static final double OUTLIERS = 0.05;

  private static final double FORCED = 0.7;
  private static final double ENDING_IN_STOP = 0.5;
  private static final double STARTING_LOWER = 0.25;

  private final int width;

  private Margin(int width) {
    this.width = width;
  }

  /** The margin of a text; one that breaks no line where there is none. */
  static Margin of(String text, Lines lines) {
    int[] lengths = new int[MAX_WIDTH + 2];
    int breaks = 0;
    int stops = 0;
    int lower = 0;
    int upper = 0;
    for (int next = 1; next < lines.count(); next++) {
      if (!lines.afterBlank(next)) {
        int line = next - 1;
        breaks++;
        lengths[Math.min(MAX_WIDTH + 1, lines.length(line))]++;
        stops += Stops.atEnd(text, lines.start(line), lines.end(line)) ? 1 : 0;
        lower += startsLower(text, lines.start(next), lines.end(next)) ? 1 : 0;
        upper += Character.isUpperCase(text.charAt(lines.start(next))) ? 1 : 0;
      }
    }
    int width = MAX_WIDTH + 1;
    for (int longer = lengths[width]; width > 0 && longer <= OUTLIERS * breaks; ) {
      width--;
      longer += lengths[width];
    }
    boolean cased = lower + upper > breaks / 4;
    if (breaks < MIN_BREAKS
        || width > MAX_WIDTH
        || width < MIN_WIDTH
        || stops > ENDING_IN_STOP * breaks
        || (cased && lower < STARTING_LOWER * breaks)) {
      return new Margin(0);
    }
    Margin margin = new Margin(width);
    int forced = 0;
    for (int next = 1; next < lines.count(); next++) {
      forced += !lines.afterBlank(next) && margin.breaks(text, lines, next) ? 1 : 0;
    }
    return forced >= FORCED * breaks ? margin : new Margin(0);
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

  private static int firstWord(String text, int start, int end) {
    if (Character.isIdeographic(text.codePointAt(start))) {
      return 0;
    }
    int at = start;
    while (at < end && at - start < MAX_WIDTH && !WhiteSpace.is(text.charAt(at))) {
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
