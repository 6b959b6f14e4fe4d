package dev.nutgraf.article.plain;

import dev.nutgraf.article.metadata.HeaderLines;
import java.util.BitSet;
import java.util.Optional;

/**
 * Finds the lines of a text that aren't its own prose: the header of a mail or a press release,
 * quoted mail, a signature and end notes.
 *
 * <p>Quoted mail is recognized by its marks, whatever the language: lines that start with {@code
 * >}, with the line before that introduces them, or everything below a second header. A text that
 * would lose all its lines keeps them, since a forwarded mail is often nothing but the article.
 */
final class NoteLines {
  /** Longer introductions of quoted mail are prose that ends in a colon. */
  private static final int MAX_INTRODUCTION_CHARS = 200;

  private static final int MAX_INTRODUCTION_LINES = 2;
  private static final int MAX_GREETING_CHARS = 40;
  private static final int MAX_SIGNATURE_LINES = 12;
  private static final String SIGNATURE_MARK = "--";

  /** Opens and closes the line above a quoted or forwarded mail. */
  private static final String RULE = "---";

  /** Header lines of a quoted mail, which name sender, date and subject. */
  private static final int MIN_QUOTED_HEADER = 3;

  private static final String FIRST_NOTE = "[1]";

  private final String text;
  private final Lines lines;
  private final BitSet notes = new BitSet();

  private NoteLines(String text, Lines lines) {
    this.text = text;
    this.lines = lines;
  }

  /**
   * Returns the indexes of the lines that are no prose.
   *
   * @param header the header lines at the start of the text
   */
  static BitSet of(String text, Lines lines, Optional<HeaderLines> header) {
    return new NoteLines(text, lines).find(header.map(HeaderLines::end).orElse(0));
  }

  private BitSet find(int headerEnd) {
    int body = 0;
    while (body < lines.count() && lines.start(body) < headerEnd) {
      body++;
    }
    if (body == lines.count()) {
      return notes; // a list of names and values
    }
    notes.set(0, body);
    if (body > 0 && isGreeting(body)) {
      notes.set(body++);
    }
    int own = findQuoted(body);
    findEndNotes(body, own);
    if (notes.nextClearBit(0) == lines.count()) {
      notes.clear(body, lines.count());
    }
    return notes;
  }

  /** Marks quoted mail and the signature; returns the end of the lines above them. */
  private int findQuoted(int body) {
    for (int line = body; line < lines.count(); line++) {
      int left = lines.count() - line;
      boolean signature =
          left <= MAX_SIGNATURE_LINES
              && lines.length(line) == SIGNATURE_MARK.length()
              && text.startsWith(SIGNATURE_MARK, lines.start(line));
      if (line > body && (signature || isQuotedHeader(line))) {
        notes.set(line, lines.count());
        return line;
      }
      if (text.charAt(lines.start(line)) == '>') {
        notes.set(line);
        if (line > body && !notes.get(line - 1)) {
          markIntroduction(line - 1, body);
        }
      }
    }
    return lines.count();
  }

  /** Returns whether a line starts the header of a quoted mail, or is the rule above one. */
  private boolean isQuotedHeader(int line) {
    int start = lines.start(line);
    int end = lines.end(line);
    boolean rule =
        end - start > 2 * RULE.length()
            && text.startsWith(RULE, start)
            && text.startsWith(RULE, end - RULE.length());
    if (rule && line + 1 < lines.count()) {
      return HeaderLines.of(text, lines.start(line + 1)).isPresent();
    }
    return lines.afterBlank(line)
        && HeaderLines.of(text, start)
            .filter(found -> found.known() >= MIN_QUOTED_HEADER)
            .isPresent();
  }

  /** Marks the line that introduces quoted mail with a date or an address, and ends in a colon. */
  private void markIntroduction(int last, int body) {
    if (text.charAt(lines.end(last) - 1) != ':') {
      return;
    }
    for (int first = last; first >= body && first > last - MAX_INTRODUCTION_LINES; first--) {
      int start = lines.start(first);
      if (lines.end(last) - start > MAX_INTRODUCTION_CHARS) {
        return;
      }
      String introduction = text.substring(start, lines.end(last));
      if (introduction.indexOf('@') >= 0 || introduction.chars().anyMatch(Character::isDigit)) {
        notes.set(first, last + 1);
      }
      if (lines.afterBlank(first)) {
        return;
      }
    }
  }

  private boolean isGreeting(int line) {
    return lines.length(line) <= MAX_GREETING_CHARS
        && ",，".indexOf(text.charAt(lines.end(line) - 1)) >= 0
        && line + 1 < lines.count()
        && lines.afterBlank(line + 1);
  }

  /** Marks numbered notes that end the text and that the text refers to. */
  private void findEndNotes(int body, int end) {
    int first = end - 1;
    while (first > body && !text.startsWith(FIRST_NOTE, lines.start(first))) {
      first--;
    }
    boolean cited =
        first > body && text.lastIndexOf(FIRST_NOTE, lines.start(first) - 1) >= lines.start(body);
    for (int line = first; line < end; line++) {
      cited &= !lines.afterBlank(line) || startsNote(lines.start(line));
    }
    if (cited) {
      notes.set(first, end);
    }
  }

  private boolean startsNote(int start) {
    return text.charAt(start) == '['
        && start + 1 < text.length()
        && Character.isDigit(text.charAt(start + 1));
  }
}
