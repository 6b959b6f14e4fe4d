package dev.nutgraf.article.boilerplate;

import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import dev.nutgraf.article.metadata.Dates;
import dev.nutgraf.chars.SentenceTerminators;
import dev.nutgraf.chars.WhiteSpace;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a paragraph at the boilerplate within it.
 *
 * <p>Exports often put a whole page on one line, so that date, byline, links and credits stand
 * before, between and after the sentences. The paragraph is first classified as a whole ({@link
 * BoilerplateClassifier}). If it is prose, a date stamp and a dateline are cut off its start, and
 * then it is scanned sentence by sentence: a sentence is cut out if a phrase or a signature marks
 * it as boilerplate, or if it continues the boilerplate before it (a name after {@code By.}, a date
 * after {@code Published:}). Weaker rules aren't applied to sentences, because prose would match.
 *
 * <p>Sentences are approximate here: a terminator followed by white space, except after an initial
 * or before a lower-case letter or a digit. The time is linear, because a search for a terminator
 * ends after {@link #MAX_SENTENCE_CHARS}.
 */
public final class BoilerplateCutter {
  private static final int MAX_SENTENCE_CHARS = 2000;

  /** Up to this length, all prose before a signature belongs to the post; else one sentence. */
  private static final int MAX_POST_PROSE_CHARS = EmbeddedPosts.MAX_CHARS / 2;

  /** Wide terminators from this character on end a sentence without white space after them. */
  private static final char FIRST_WIDE = '\u2001';

  private BoilerplateCutter() {}

  /**
   * Cuts a paragraph into prose and boilerplate.
   *
   * @param opening whether no prose stands before the paragraph in the article
   * @return blocks in order that cover the paragraph except white space
   */
  public static List<Block> cut(String text, int start, int end, boolean opening) {
    List<Block> blocks = new ArrayList<>(1);
    Role whole = BoilerplateClassifier.roleOf(text, start, end);
    if (whole != Role.PARAGRAPH) {
      blocks.add(new Block(start, end, whole));
      return blocks;
    }
    int from = start;
    if (opening) {
      from = addUpTo(DateStamps.end(text, from, end), Role.DATE, text, from, end, blocks);
    }
    if (Captions.leadingCreditEnd(text, from, end) == from) {
      int dateline = Datelines.end(text, from, end, opening);
      from = addUpTo(dateline, Role.DATELINE, text, from, end, blocks);
    }
    cutSentences(text, from, end, blocks);
    return blocks;
  }

  private static void cutSentences(String text, int start, int end, List<Block> blocks) {
    int prose = start;
    int before = start;
    int at = start;
    Role previous = Role.PARAGRAPH;
    while (at < end) {
      int sentenceEnd = sentenceEnd(text, at, end);
      Role role = sentenceRole(text, at, sentenceEnd, previous);
      int from = at;
      if (role == Role.POST) {
        from = sentenceEnd - prose <= MAX_POST_PROSE_CHARS ? prose : before;
        int signature = EmbeddedPosts.signatureEnd(text, at, sentenceEnd);
        sentenceEnd = signature > 0 ? signature : sentenceEnd;
      }
      if (role != Role.PARAGRAPH) {
        addUpTo(Math.max(prose, from), Role.PARAGRAPH, text, prose, end, blocks);
        prose = addUpTo(sentenceEnd, role, text, Math.max(prose, from), end, blocks);
      }
      before = at;
      previous = role;
      at = WhiteSpace.skip(text, sentenceEnd, end);
    }
    addUpTo(end, Role.PARAGRAPH, text, prose, end, blocks);
  }

  private static Role sentenceRole(String text, int start, int end, Role previous) {
    if (text.startsWith(Links.PICTURE_ADDRESS, start)) {
      return Role.ADDRESS;
    }
    if (previous != Role.PARAGRAPH && BoilerplatePhrases.hasNoWord(text, start, end)) {
      return previous;
    }
    if (EmbeddedPosts.signatureEnd(text, start, end) > 0) {
      return Role.POST;
    }
    if (end - start > BoilerplateClassifier.MAX_CHARS) {
      return Role.PARAGRAPH;
    }
    Role phrase = BoilerplateClassifier.phraseRole(text, start, end);
    if (phrase != Role.PARAGRAPH) {
      return phrase;
    }
    if (previous == Role.BYLINE && Bylines.isName(text, start, end)) {
      return Role.BYLINE;
    }
    return previous == Role.DATE && Dates.isDateLine(text, start, end) ? Role.DATE : Role.PARAGRAPH;
  }

  /** Returns the end of the sentence, credit or address that starts a range. */
  private static int sentenceEnd(String text, int start, int end) {
    int limit = Math.min(end, start + MAX_SENTENCE_CHARS);
    int credit = Captions.leadingCreditEnd(text, start, limit);
    if (credit > start) {
      return credit;
    }
    boolean opensWithAddress = text.startsWith(Links.PICTURE_ADDRESS, start);
    int after = start;
    for (int at = start; at < limit; at++) {
      char c = text.charAt(at);
      if (c == 'p' && at > start && text.startsWith(Links.PICTURE_ADDRESS, at)) {
        return at;
      }
      if (opensWithAddress && c == ' ' && at > start) {
        return at;
      }
      if (c == '»' || SentenceTerminators.isTerminator(c)) {
        if (after <= at) { // else in the run of marks that was skipped before
          after = SentenceTerminators.skipClosers(text, at + 1, limit);
        }
        int next = WhiteSpace.skip(text, after, end);
        boolean apart = after == end || next > after || c >= FIRST_WIDE;
        if (apart && !(c == '.' && isAbbreviation(text, start, at, next, end))) {
          boolean looseStop = c == '»' && next < end && text.charAt(next) == '.';
          return looseStop ? next + 1 : after;
        }
      }
    }
    return limit;
  }

  /** Returns whether a full stop follows an initial, or no new sentence follows it. */
  private static boolean isAbbreviation(String text, int start, int stop, int next, int end) {
    boolean initial =
        stop > start
            && Character.isUpperCase(text.charAt(stop - 1))
            && (stop - 1 == start || !Character.isLetterOrDigit(text.charAt(stop - 2)));
    return initial
        || (next < end
            && (Character.isLowerCase(text.charAt(next)) || Character.isDigit(text.charAt(next))));
  }

  /**
   * Adds a block without outer white space, joined to a boilerplate block of the same role before
   * it. Returns the start of the text after {@code to}.
   */
  private static int addUpTo(
      int to, Role role, String text, int from, int end, List<Block> blocks) {
    int trimmed = WhiteSpace.skipBack(text, to, from);
    if (trimmed > from) {
      int last = blocks.size() - 1;
      boolean more = role != Role.PARAGRAPH && last >= 0 && blocks.get(last).role() == role;
      int start = more ? blocks.remove(last).start() : from;
      blocks.add(new Block(start, trimmed, role));
    }
    return WhiteSpace.skip(text, to, end);
  }
}
