package dev.nutgraf.article.boilerplate;

import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import dev.nutgraf.article.metadata.Dates;
import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.SentenceTerminators;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.LexiconFiles;
import dev.nutgraf.lexicon.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Furniture is the newsroom's word for everything on a page that is not the story: datelines,
 * bylines, credits, share bars, links to other stories, embedded posts.
 *
 * <p>It is told by its own wording alone, so that the rules serve the lines of every format. What
 * only its surroundings give away, such as a heading, is not decided here.
 */
public final class Boilerplate {
  /** Longer lines and sentences say more than furniture does. */
  private static final int MAX_CHARS = 250;

  /** Bounds the search for a stop, so that a text without any takes no longer than another. */
  private static final int MAX_SENTENCE = 2000;

  private static final int MAX_BYLINE_WORDS = 14;

  /** How text between two languages' "by" and a name begins. */
  private static final List<String> BY = prepositions();

  /** Words within a byline that do not start with a capital letter. */
  private static final Set<String> BYLINE_WORDS = LexiconFiles.union(Section.BYLINE_WORDS);

  private static final Set<String> CREDITED = LexiconFiles.union(Section.CREDIT_ENDINGS);

  private static final Set<String> INVITATIONS = LexiconFiles.union(Section.LINK_OPENINGS);

  private static final Set<String> CONTRIBUTED = LexiconFiles.union(Section.CONTRIBUTION_ENDINGS);

  private static final Set<String> CONTRIBUTION_OPENINGS =
      LexiconFiles.union(Section.CONTRIBUTION_OPENINGS);

  private static final Set<String> NEIGHBORS = LexiconFiles.union(Section.NEIGHBOR_LABELS);

  private static final Set<String> DATE_STAMPS = LexiconFiles.union(Section.DATE_STAMPS);

  private static final Set<String> PICTURE_PLACES = LexiconFiles.union(Section.PICTURE_PLACES);

  private Boilerplate() {}

  /** The prepositions of bylines, each with the space before the name. */
  private static List<String> prepositions() {
    return LexiconFiles.union(Section.BYLINES).stream().map(by -> by + " ").toList();
  }

  /**
   * What a line or paragraph is by its own wording.
   *
   * @return {@link Role#PARAGRAPH} where nothing tells
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
    if (isAddress(text, start, end)) {
      return Role.ADDRESS;
    }
    if (EmbeddedPosts.signatureEnd(text, start, end) > 0 || endsInPicture(text, start, end)) {
      return Role.POST;
    }
    if (end - start > MAX_CHARS) {
      return Role.PARAGRAPH;
    }
    Role phrase = phraseOf(text, start, end);
    if (phrase != Role.PARAGRAPH) {
      return phrase;
    }
    if (isCredit(text, start, end)) {
      return Role.CREDIT;
    }
    if (Dates.only(text, first, end)) {
      return Role.DATE;
    }
    if (Datelines.isDatedPlace(text, first, end)) {
      return Role.DATELINE;
    }
    return isByline(text, first, end) ? Role.BYLINE : Role.PARAGRAPH;
  }

  /**
   * Cuts a paragraph at the furniture that is glued to its ends or stands within it.
   *
   * @param opening whether no prose stands before it in the article
   * @return blocks in order that cover the paragraph but for white space
   */
  public static List<Block> cut(String text, int start, int end, boolean opening) {
    List<Block> blocks = new ArrayList<>(1);
    Role whole = roleOf(text, start, end);
    if (whole != Role.PARAGRAPH) {
      blocks.add(new Block(start, end, whole));
      return blocks;
    }
    int from = start;
    if (opening) {
      from = addUpTo(stampEnd(text, from, end), Role.DATE, text, from, end, blocks);
    }
    if (creditEnd(text, from, end) == from) {
      int dateline = Datelines.end(text, from, end, opening);
      from = addUpTo(dateline, Role.DATELINE, text, from, end, blocks);
    }
    cutSentences(text, from, end, blocks);
    return blocks;
  }

  /** Goes through the paragraph from stop to stop and cuts out what is furniture. */
  private static void cutSentences(String text, int start, int end, List<Block> blocks) {
    int prose = start;
    int before = start;
    int at = start;
    Role previous = Role.PARAGRAPH;
    while (at < end) {
      int stop = stopAfter(text, at, end);
      Role role = sentenceRole(text, at, stop, previous);
      int from = at;
      if (role == Role.POST) {
        // The post's earlier sentences are as much a quotation as its last one.
        from = stop - prose <= EmbeddedPosts.MAX_CHARS / 2 ? prose : before;
        int signature = EmbeddedPosts.signatureEnd(text, at, stop);
        stop = signature > 0 ? signature : stop;
      }
      if (role != Role.PARAGRAPH) {
        addUpTo(Math.max(prose, from), Role.PARAGRAPH, text, prose, end, blocks);
        prose = addUpTo(stop, role, text, Math.max(prose, from), end, blocks);
      }
      before = at;
      previous = role;
      at = WhiteSpace.skip(text, stop, end);
    }
    addUpTo(end, Role.PARAGRAPH, text, prose, end, blocks);
  }

  /** Within a paragraph only what is beyond doubt counts. */
  private static Role sentenceRole(String text, int start, int end, Role previous) {
    if (text.startsWith("pic.twitter.com/", start)) {
      return Role.ADDRESS;
    }
    if (previous != Role.PARAGRAPH && BoilerplatePhrases.hasNoWord(text, start, end)) {
      return previous;
    }
    if (end - start > MAX_CHARS) {
      return EmbeddedPosts.signatureEnd(text, start, end) > 0 ? Role.POST : Role.PARAGRAPH;
    }
    if (EmbeddedPosts.signatureEnd(text, start, end) > 0) {
      return Role.POST;
    }
    Role phrase = phraseOf(text, start, end);
    if (phrase != Role.PARAGRAPH) {
      return phrase;
    }
    if (previous == Role.BYLINE && isName(text, start, end)) {
      return Role.BYLINE;
    }
    return previous == Role.DATE && Dates.only(text, start, end) ? Role.DATE : Role.PARAGRAPH;
  }

  private static Role phraseOf(String text, int start, int end) {
    int first = start;
    while (first < end && isOrnament(text.charAt(first))) {
      first++;
    }
    if (first == end) {
      return Role.PARAGRAPH;
    }
    Role phrase = BoilerplatePhrases.roleOf(text, first, end);
    int credit = creditEnd(text, start, end);
    if (credit > start && !BoilerplatePhrases.hasNoWord(text, credit, end)) {
      return Role.PARAGRAPH;
    }
    if (phrase == Role.CREDIT && end - first > MAX_CHARS / 2) {
      return Role.CAPTION;
    }
    if (phrase != Role.PARAGRAPH) {
      return phrase;
    }
    if (isNeighbor(text, first, end) || pointsToVideo(text, first, end)) {
      return Role.NAVIGATION;
    }
    if (isContribution(text, start, end)) {
      return Role.BYLINE;
    }
    return isCaption(text, first, end) ? Role.CAPTION : Role.PARAGRAPH;
  }

  private static boolean isOrnament(char c) {
    return WhiteSpace.isWhiteSpace(c)
        || Punctuation.isBullet(c)
        || Punctuation.isDash(c)
        || Punctuation.isArrow(c)
        || "([{>|+\"“".indexOf(c) >= 0
        || c == '\u200B'
        || c == '\uFEFF';
  }

  /** {@code Previous articleA Headline}: the link to the next page's story, glued or not. */
  private static boolean isNeighbor(String text, int start, int end) {
    int after = start;
    for (String word : NEIGHBORS) {
      if (text.regionMatches(true, start, word, 0, word.length())) {
        after = start + word.length();
      }
    }
    int next = WhiteSpace.skip(text, after, end);
    return after > start && next < end && !Character.isLowerCase(text.charAt(next));
  }

  /** {@code Watch the rescue »}: an invitation that ends in an arrow, not in a closing quote. */
  private static boolean pointsToVideo(String text, int start, int end) {
    int last = end;
    while (last > start
        && (WhiteSpace.isWhiteSpace(text.charAt(last - 1)) || text.charAt(last - 1) == '.')) {
      last--;
    }
    if (last == start || !Punctuation.isArrow(text.charAt(last - 1))) {
      return false;
    }
    int word = start;
    while (word < last && Character.isLetter(text.charAt(word))) {
      word++;
    }
    return INVITATIONS.contains(BoilerplatePhrases.lower(text, start, word));
  }

  private static boolean isContribution(String text, int start, int end) {
    for (String opening : CONTRIBUTION_OPENINGS) {
      if (text.startsWith(opening, start) && text.startsWith(" ", start + opening.length())) {
        return true;
      }
    }
    int last = end;
    while (last > start && !Character.isLetter(text.charAt(last - 1))) {
      last--;
    }
    for (String ending : CONTRIBUTED) {
      if (last - ending.length() >= start
          && text.regionMatches(true, last - ending.length(), ending, 0, ending.length())) {
        return true;
      }
    }
    return false;
  }

  /** {@code Reunited: The brothers (left) in 1994}: a label and a place in the picture. */
  private static boolean isCaption(String text, int start, int end) {
    int colon = start;
    while (colon < end && colon < start + 40 && text.charAt(colon) != ':') {
      colon++;
    }
    if (colon >= end || text.charAt(colon) != ':') {
      return false;
    }
    for (int at = colon; at < end; at++) {
      if (text.charAt(at) == '(') {
        for (String place : PICTURE_PLACES) {
          if (text.startsWith(place, at)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** {@code (Image: AP)}, {@code Jane Doe/AFP/Getty Images}. */
  private static boolean isCredit(String text, int start, int end) {
    if (end - start > 120 || SentenceTerminators.endsSentence(text, start, end)) {
      return false;
    }
    String line = BoilerplatePhrases.lower(text, start, end);
    for (String agency : CREDITED) {
      if (line.endsWith(agency) || (agency.length() > 8 && line.contains(agency))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAddress(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (WhiteSpace.isWhiteSpace(text.charAt(i))) {
        return false;
      }
    }
    return text.startsWith("http://", start)
        || text.startsWith("https://", start)
        || text.startsWith("www.", start)
        || text.startsWith("pic.twitter.com/", start)
        || text.startsWith("t.co/", start);
  }

  private static boolean endsInPicture(String text, int start, int end) {
    int word = end;
    while (word > start && !WhiteSpace.isWhiteSpace(text.charAt(word - 1))) {
      word--;
    }
    return text.startsWith("pic.twitter.com/", word);
  }

  /** {@code By Jane Doe, Associated Press}, {@code Von Max Muster}, {@code - AFP}. */
  private static boolean isByline(String text, int start, int end) {
    if (Datelines.isAgency(text, start, end)) {
      return true;
    }
    for (String by : BY) {
      if (text.regionMatches(true, start, by, 0, by.length())) {
        return isName(text, start + by.length(), end)
            && !SentenceTerminators.endsSentence(text, start, end);
      }
    }
    return false;
  }

  /** Whether it is made of capitalized words and what joins names. */
  public static boolean isName(String text, int start, int end) {
    int words = 0;
    int capitalized = 0;
    int at = start;
    while (at < end) {
      if (Character.isDigit(text.charAt(at))) {
        return false;
      }
      if (!Character.isLetter(text.charAt(at))) {
        at++;
        continue;
      }
      int from = at;
      while (at < end
          && (Character.isLetter(text.charAt(at)) || "'’-.".indexOf(text.charAt(at)) >= 0)) {
        at++;
      }
      words++;
      if (Character.isUpperCase(text.charAt(from))) {
        capitalized++;
      } else if (!BYLINE_WORDS.contains(text.substring(from, at))) {
        return false;
      }
    }
    return capitalized >= 2 && words <= MAX_BYLINE_WORDS;
  }

  /** The names a byline gives: what stands between its "by" and the first comma. */
  public static Optional<String> author(String byline) {
    int from = 0;
    for (String by : BY) {
      int length = by.length() - 1;
      boolean word = byline.length() > length && !Character.isLetter(byline.charAt(length));
      if (word && byline.regionMatches(true, 0, by, 0, length)) {
        from = length;
      }
    }
    int to = from;
    while (to < byline.length() && byline.charAt(to) != ',') {
      to++;
    }
    while (from < to && !Character.isLetter(byline.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetterOrDigit(byline.charAt(to - 1))) {
      to--;
    }
    return from > 0 && from < to ? Optional.of(byline.substring(from, to)) : Optional.empty();
  }

  /** Whether a line says that its date is that of publication. */
  public static boolean isLabeled(String dateLine) {
    return BoilerplatePhrases.roleOf(dateLine, 0, dateLine.length()) == Role.DATE;
  }

  /**
   * The end of a date stamp glued to the first words, as in {@code date 2022-01-22 Amid tension}.
   */
  private static int stampEnd(String text, int start, int end) {
    int at = start;
    boolean labeled = false;
    for (String label : DATE_STAMPS) {
      if (!labeled && text.regionMatches(true, at, label, 0, label.length())) {
        labeled = true;
        at += label.length();
        while (at < end && (text.charAt(at) == ':' || WhiteSpace.isWhiteSpace(text.charAt(at)))) {
          at++;
        }
      }
    }
    int after = at + 10;
    int next = WhiteSpace.skip(text, after, end);
    boolean apart = next > after && next < end;
    boolean stamp =
        Dates.iso(text, at, end).isPresent()
            && apart
            && (labeled || Character.isUpperCase(text.codePointAt(next)));
    return stamp ? after : start;
  }

  /** The end of the sentence, or of what stands for one, roughly: a stop with space after it. */
  private static int stopAfter(String text, int start, int end) {
    int limit = Math.min(end, start + MAX_SENTENCE);
    int credit = creditEnd(text, start, limit);
    if (credit > start) {
      return credit;
    }
    for (int at = start; at < limit; at++) {
      char c = text.charAt(at);
      if (c == 'p' && at > start && text.startsWith("pic.twitter.com/", at)) {
        return at;
      }
      if (c == ' ' && at > start && text.startsWith("pic.twitter.com/", start)) {
        return at;
      }
      if (c == '»' || SentenceTerminators.isTerminator(c)) {
        int after = SentenceTerminators.skipClosers(text, at + 1, end);
        int next = WhiteSpace.skip(text, after, end);
        boolean apart = after == end || next > after || c > 0x2000;
        if (apart && !(c == '.' && abbreviates(text, start, at, next, end))) {
          boolean looseStop = c == '»' && next < end && text.charAt(next) == '.';
          return looseStop ? next + 1 : after;
        }
      }
    }
    return limit;
  }

  /** Whether a full stop belongs to an initial, or the text goes on as no new sentence does. */
  private static boolean abbreviates(String text, int start, int stop, int next, int end) {
    boolean initial =
        stop > start
            && Character.isUpperCase(text.charAt(stop - 1))
            && (stop - 1 == start || !Character.isLetterOrDigit(text.charAt(stop - 2)));
    return initial
        || (next < end
            && (Character.isLowerCase(text.charAt(next)) || Character.isDigit(text.charAt(next))));
  }

  /** The end of {@code (Image: AP)} where the text goes on right after it. */
  private static int creditEnd(String text, int start, int end) {
    if (text.charAt(start) != '('
        || BoilerplatePhrases.roleOf(text, start + 1, end) != Role.CREDIT) {
      return start;
    }
    int close = start;
    while (close < end && text.charAt(close) != ')') {
      close++;
    }
    return close < end ? close + 1 : start;
  }

  /**
   * Adds what stands between two places without its outer white space; returns where text goes on.
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
