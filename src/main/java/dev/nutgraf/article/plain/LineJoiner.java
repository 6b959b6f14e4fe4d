package dev.nutgraf.article.plain;

import dev.nutgraf.article.Block.Role;
import dev.nutgraf.article.boilerplate.BoilerplateClassifier;
import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.SentenceTerminators;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.LexiconFiles;
import dev.nutgraf.lexicon.Section;
import java.util.BitSet;
import java.util.Set;

/**
 * Decides for each line whether it continues the paragraph of the line before.
 *
 * <p>A line never continues one across a blank line, or if it is a list item. In a hard-wrapped
 * text ({@link HardWrap}) it continues one unless it is indented; otherwise only where the line
 * before breaks off: without a terminator, and before a lower-case start, at a usual break length,
 * or after a word or an open quotation mark that requires a continuation. A boilerplate line stays
 * alone unless the next one starts in lower case.
 */
final class LineJoiner {
  /** Longer lines aren't searched for an open quotation mark. */
  private static final int MAX_QUOTE_LINE_CHARS = 160;

  /** No word of {@link #OPEN_ENDS} is longer. */
  private static final int MAX_OPEN_END_CHARS = 8;

  private static final int MAX_ITEM_DIGITS = 3;

  private static final int MAX_COUNT_CHARS = 24;

  /** Words that can't end a heading or a sentence: articles, prepositions, conjunctions. */
  private static final Set<String> OPEN_ENDS = LexiconFiles.union(Section.OPEN_ENDS);

  /** Their like in Japanese, which has no space before them. */
  private static final String OPEN_END_CHARACTERS =
      String.join("", LexiconFiles.union(Section.OPEN_END_CHARACTERS));

  private final String text;
  private final Lines lines;
  private final HardWrap wrap;

  LineJoiner(String text, Lines lines, BitSet notes) {
    this.text = text;
    this.lines = lines;
    this.wrap = HardWrap.of(text, lines, notes);
  }

  /** Returns whether a line, not the first, continues the paragraph of the line before. */
  boolean continuesParagraph(int next) {
    int line = next - 1;
    int start = lines.start(line);
    int end = lines.end(line);
    int nextStart = lines.start(next);
    int nextEnd = lines.end(next);
    if (lines.afterBlank(next) || isListItem(text, nextStart, nextEnd) || isCount(next)) {
      return false;
    }
    boolean terminated = SentenceTerminators.endsSentence(text, start, end);
    boolean lower = HardWrap.startsLower(text, nextStart, nextEnd);
    if (wrap.isSet()) {
      boolean indented =
          lines.indent(next) > lines.indent(line) + 1 && !isListItem(text, start, end);
      boolean forced = wrap.breaks(text, lines, next);
      return !indented
          && (forced || (!terminated && (lower || endsOpen(start, end))))
          && (lower || !isBoilerplate(start, end, nextStart, nextEnd));
    }
    boolean breaksOff =
        (lower && wrap.lowerContinues(next))
            || wrap.breaksAt(lines.length(line))
            || endsOpen(start, end);
    return !terminated && breaksOff && (lower || !isBoilerplate(start, end, nextStart, nextEnd));
  }

  /**
   * Returns whether a line that the next one doesn't continue is a few words with a number: {@code
   * 3 hours ago}, {@code list of 3 items}.
   */
  private boolean isCount(int line) {
    int start = lines.start(line);
    int end = lines.end(line);
    int next = line + 1;
    boolean last =
        next == lines.count()
            || lines.afterBlank(next)
            || !HardWrap.startsLower(text, lines.start(next), lines.end(next));
    if (!last
        || end - start > MAX_COUNT_CHARS
        || SentenceTerminators.endsSentence(text, start, end)) {
      return false;
    }
    int numbers = 0;
    for (int at = start; at < end; at++) {
      boolean digit = Character.isDigit(text.charAt(at));
      numbers += digit && (at == start || !Character.isDigit(text.charAt(at - 1))) ? 1 : 0;
    }
    return numbers == 1;
  }

  /** Returns whether a line starts with a bullet, a short dash, {@code 1.} or {@code 2)}. */
  static boolean isListItem(String text, int start, int end) {
    int at = start;
    while (at < end && at < start + MAX_ITEM_DIGITS && Character.isDigit(text.charAt(at))) {
      at++;
    }
    boolean mark =
        at < end
            && (at > start
                ? text.charAt(at) == '.' || text.charAt(at) == ')'
                : opensItem(text.charAt(at)));
    return mark && at + 2 < end && WhiteSpace.isWhiteSpace(text.charAt(at + 1));
  }

  /** Longer dashes open a line of dialogue or a signature, not an item. */
  private static boolean opensItem(char c) {
    return Punctuation.isBullet(c) || c == '-' || c == '–';
  }

  private boolean isBoilerplate(int start, int end, int nextStart, int nextEnd) {
    return BoilerplateClassifier.roleOf(text, start, end) != Role.PARAGRAPH
        || BoilerplateClassifier.roleOf(text, nextStart, nextEnd) != Role.PARAGRAPH;
  }

  /** Returns whether a line ends within a quotation or in a word that requires a continuation. */
  private boolean endsOpen(int start, int end) {
    int quotes = 0;
    for (int at = start; at < end && end - start < MAX_QUOTE_LINE_CHARS; at++) {
      char c = text.charAt(at);
      quotes += c == '“' || c == '„' ? 1 : c == '”' ? -1 : 0;
    }
    if (quotes > 0 && text.charAt(start) != '“') {
      return true;
    }
    if (OPEN_END_CHARACTERS.indexOf(text.charAt(end - 1)) >= 0) {
      return true;
    }
    int word = end;
    while (word > start
        && Character.isLetter(text.charAt(word - 1))
        && end - word < MAX_OPEN_END_CHARS) {
      word--;
    }
    return word > start
        && WhiteSpace.isWhiteSpace(text.charAt(word - 1))
        && OPEN_ENDS.contains(text.substring(word, end));
  }
}
