package dev.nutgraf.article.boilerplate;

import dev.nutgraf.article.Block.Role;
import dev.nutgraf.article.metadata.Dates;
import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.WhiteSpace;

/**
 * Classifies a line as prose or as one kind of boilerplate: address, embedded post, navigation,
 * credit, caption, date, dateline or byline.
 *
 * <p>Only the wording counts, so that the rules serve the lines of every format; headings, which
 * only their surroundings show, aren't recognized here. The rules run from the most specific to the
 * least, and the first that matches decides:
 *
 * <ol>
 *   <li>a line without a letter or digit is a separator
 *   <li>addresses and signatures of embedded posts, which have a fixed syntax
 *   <li>the phrases of the lexicons ({@link BoilerplatePhrases}), links, contributions and captions
 *   <li>credits, dates, datelines and bylines, whose words occur in prose as well
 * </ol>
 *
 * <p>A rule must not take prose for boilerplate: a missed line costs one bad sentence, a wrong
 * match the content of the article. That is why a phrase counts only in the form that prose doesn't
 * have, and why long lines are prose. The length limits and the lexicons were set on public sets of
 * news articles, counting both kinds of errors.
 */
public final class BoilerplateClassifier {
  /** Longer lines and sentences are prose, unless an embedded post ends in them. */
  static final int MAX_CHARS = 250;

  /** A longer line that opens like a credit is a caption with its credit. */
  private static final int MAX_CREDIT_CHARS = MAX_CHARS / 2;

  private BoilerplateClassifier() {}

  /**
   * Returns the role of a line or paragraph.
   *
   * @return {@link Role#PARAGRAPH} if no rule matches
   */
  public static Role roleOf(String text, int start, int end) {
    int first = start;
    while (first < end && !Character.isLetterOrDigit(text.codePointAt(first))) {
      first++;
    }
    if (first >= end) {
      return Role.NAVIGATION;
    }
    if (end - start > EmbeddedPosts.MAX_CHARS) {
      return Role.PARAGRAPH;
    }
    if (Links.isAddress(text, start, end)) {
      return Role.ADDRESS;
    }
    if (EmbeddedPosts.signatureEnd(text, start, end) > 0
        || Links.endsInPictureAddress(text, start, end)) {
      return Role.POST;
    }
    if (end - start > MAX_CHARS) {
      return Role.PARAGRAPH;
    }
    Role phrase = phraseRole(text, start, end);
    if (phrase != Role.PARAGRAPH) {
      return phrase;
    }
    if (Captions.isCredit(text, start, end)) {
      return Role.CREDIT;
    }
    if (Dates.isDateLine(text, first, end)) {
      return Role.DATE;
    }
    if (Bylines.isByline(text, first, end)) {
      return Role.BYLINE;
    }
    return Datelines.isDatedPlace(text, first, end) ? Role.DATELINE : Role.PARAGRAPH;
  }

  /** Returns the role of a line or sentence by phrases alone, which are safe within a paragraph. */
  static Role phraseRole(String text, int start, int end) {
    int first = start;
    while (first < end && isOrnament(text.charAt(first))) {
      first++;
    }
    if (first == end) {
      return Role.PARAGRAPH;
    }
    Role phrase = BoilerplatePhrases.roleOf(text, first, end);
    int credit = Captions.leadingCreditEnd(text, start, end);
    if (credit > start && !BoilerplatePhrases.hasNoWord(text, credit, end)) {
      return Role.PARAGRAPH;
    }
    if (phrase == Role.CREDIT && end - first > MAX_CREDIT_CHARS) {
      return Role.CAPTION;
    }
    if (phrase != Role.PARAGRAPH) {
      return phrase;
    }
    if (Links.isNeighbor(text, first, end) || Links.endsInArrow(text, first, end)) {
      return Role.NAVIGATION;
    }
    if (Bylines.isContribution(text, start, end)) {
      return Role.BYLINE;
    }
    return Captions.isCaption(text, first, end) ? Role.CAPTION : Role.PARAGRAPH;
  }

  /** Returns whether a date line has a label of publication, such as {@code Published:}. */
  public static boolean isLabeledDate(String line) {
    return BoilerplatePhrases.roleOf(line, 0, line.length()) == Role.DATE;
  }

  private static boolean isOrnament(char c) {
    return WhiteSpace.isWhiteSpace(c)
        || Punctuation.isBullet(c)
        || Punctuation.isDash(c)
        || Punctuation.isArrow(c)
        || "([{【>|+\"“".indexOf(c) >= 0
        || c == '\u200B'
        || c == '\uFEFF';
  }
}
