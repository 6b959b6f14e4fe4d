package dev.nutgraf.text;

import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import dev.nutgraf.chars.Letters;
import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.SentenceTerminators;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.Lexicon;
import dev.nutgraf.lexicon.LexiconFiles;
import dev.nutgraf.lexicon.PhraseLexicon;
import dev.nutgraf.lexicon.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds captions among the sentences of an article, and gives each a block of its own.
 *
 * <p>Exports put the captions of pictures between the sentences of a story, so that the layout
 * doesn't show them. What remains are signs within the sentence:
 *
 * <ul>
 *   <li>a note on the picture ({@code File photo of}, {@code Left to right:}), which is enough
 *   <li>a participle that ends the sentence ({@code the couple, pictured in 2010}), or a credit
 *       that follows the only sentence of a paragraph, which are enough
 *   <li>a place in the picture ({@code (left)}, {@code , above,}), a label ({@code Reunited: The
 *       brothers}) and a full stop set apart ({@code in court .}), of which two are needed
 * </ul>
 *
 * <p>One of the weaker signs is enough if the article shows that it sets captions this way: one
 * caption with a label, or six stops set apart. A sentence that quotes, attributes or asks isn't a
 * caption, and a label that recurs or has only capitals is a speaker's. If more than half of the
 * sentences would be captions, they are the story, and all of them stay prose.
 */
final class CaptionFinder {
  private static final int MAX_CHARS = 320;

  /** A sentence with a bracket such as {@code (pictured)} is a line under a picture up to here. */
  private static final int MAX_LINE_CHARS = 80;

  /** A label, such as {@code Happy together:}, ends within this many characters and words. */
  private static final int MAX_LABEL_CHARS = 40;

  private static final int MAX_LABEL_WORDS = 5;

  /** As many sentences with a sign show that an article sets its captions with it. */
  private static final int MIN_HABIT = 6;

  /** The verb of a caption is one of its first words. */
  private static final int MAX_SCENE_WORDS = 12;

  /** A place between commas, such as {@code , second from left,}, ends within this length. */
  private static final int MAX_PLACE_CHARS = 24;

  /** Marks that don't end a sentence: the text breaks off before a stop that follows them. */
  private static final String OPEN_PUNCTUATION = ",:;-–—";

  private static final String DOUBLE_QUOTES = "\"“”„«»";

  private static final CaptionPhrases OPENINGS = CaptionPhrases.of(Section.CAPTION_OPENINGS);
  private static final CaptionPhrases LABELS = CaptionPhrases.of(Section.CAPTION_LABELS);
  private static final CaptionPhrases NOTES = CaptionPhrases.of(Section.CAPTION_NOTES);
  private static final Map<Character, List<String>> ENDINGS =
      LexiconFiles.union(Section.CAPTION_ENDINGS).stream()
          .collect(Collectors.groupingBy(phrase -> phrase.charAt(phrase.length() - 1)));
  private static final CaptionPhrases PLACES = CaptionPhrases.of(Section.PICTURE_PLACES);
  private static final Set<String> BRACKETED = LexiconFiles.union(Section.PICTURE_PLACES);
  private static final Set<String> PARTICIPLES = LexiconFiles.union(Section.PICTURE_PARTICIPLES);

  // Signs of one sentence.
  private static final int CERTAIN = 1;
  private static final int PLACE = 2;
  private static final int LABEL = 4;
  private static final int LOOSE_STOP = 8;
  private static final int SCENE = 16;

  private final String text;
  private final Lexicon lexicon;
  private final List<Block> blocks;

  private CaptionFinder(String text, Lexicon lexicon, List<Block> blocks) {
    this.text = text;
    this.lexicon = lexicon;
    this.blocks = blocks;
  }

  /** Returns the sentences, each caption with a block of its own. */
  static List<Sentence> mark(
      String text, List<Block> blocks, List<Sentence> sentences, Lexicon lexicon) {
    return new CaptionFinder(text, lexicon, blocks).mark(sentences);
  }

  private List<Sentence> mark(List<Sentence> sentences) {
    int[] signs = new int[sentences.size()];
    int candidates = 0;
    int signed = 0;
    int looseStops = 0;
    int block = 0;
    boolean dateline = false;
    for (int s = 0; s < signs.length; s++) {
      Sentence sentence = sentences.get(s);
      while (blocks.get(block).start() < sentence.block().start()) {
        block++;
      }
      if (sentence.isCandidate()) {
        candidates++;
        if (candidates == 1) {
          dateline = block > 0 && blocks.get(block - 1).role() == Role.DATELINE;
        }
        boolean second = dateline && candidates == 2;
        signs[s] = precedesCredit(sentence, block) ? CERTAIN : signs(sentence, second);
        looseStops += (signs[s] & LABEL) == 0 && hasLooseStop(sentence) ? 1 : 0;
        signed += signs[s] == 0 ? 0 : 1;
      }
    }
    // Where most stops are set apart, the text was split into tokens.
    int ignored = 2 * looseStops > candidates ? LOOSE_STOP : 0;
    return signed == 0 ? sentences : mark(sentences, signs, candidates, ignored);
  }

  private List<Sentence> mark(List<Sentence> sentences, int[] signs, int candidates, int ignored) {
    int labels = 0;
    int stops = 0;
    Map<String, Integer> uses = uses(sentences, signs);
    for (int s = 0; s < signs.length; s++) {
      signs[s] &= ~ignored;
      if ((signs[s] & LABEL) != 0 && uses.getOrDefault(label(sentences.get(s)), 0) > 1) {
        // A label that recurs names the speakers of an interview.
        signs[s] &= ~LABEL;
      }
      labels += (signs[s] & LABEL) != 0 && isCaption(signs[s] & ~SCENE) ? 1 : 0;
      stops += (signs[s] & LOOSE_STOP) != 0 ? 1 : 0;
    }
    int habits = (labels > 0 ? LABEL : 0) | (stops >= MIN_HABIT ? LOOSE_STOP : 0);
    int captions = 0;
    List<Sentence> marked = new ArrayList<>(sentences);
    for (int s = 0; s < signs.length; s++) {
      if (isCaption(signs[s]) || (signs[s] & habits) != 0) {
        Sentence sentence = sentences.get(s);
        Block own = new Block(sentence.start(), sentence.end(), Role.CAPTION);
        marked.set(s, new Sentence(sentence.start(), sentence.end(), own));
        captions++;
      }
    }
    return 3 * captions > 2 * candidates ? sentences : marked;
  }

  /** Returns how many sentences use each label. */
  private Map<String, Integer> uses(List<Sentence> sentences, int[] signs) {
    Map<String, Integer> uses = new HashMap<>();
    for (int s = 0; s < signs.length; s++) {
      if ((signs[s] & LABEL) != 0) {
        uses.merge(label(sentences.get(s)), 1, Integer::sum);
      }
    }
    return uses;
  }

  private String label(Sentence sentence) {
    return text.substring(sentence.start(), labelEnd(sentence.start(), sentence.end()));
  }

  private static boolean isCaption(int signs) {
    return (signs & CERTAIN) != 0 || Integer.bitCount(signs) >= 2;
  }

  /**
   * Returns the signs of a sentence; 0 if it quotes, attributes or asks.
   *
   * @param second whether it is the second sentence of a report that a dateline opens
   */
  private int signs(Sentence sentence, boolean second) {
    int start = sentence.start();
    int end = sentence.end();
    if (end - start > MAX_CHARS || Letters.isLower(text.charAt(start))) {
      return 0;
    }
    int signs = hasLooseStop(sentence) ? LOOSE_STOP : 0;
    if (OPENINGS.startAny(text, start, end)) {
      signs |= CERTAIN;
    }
    int label = labelEnd(start, end);
    if (label > 0 && LABELS.startAny(text, start, label + 1)) {
      signs |= CERTAIN;
    } else if (label > 0 && hasLowerCase(start, label)) {
      signs |= LABEL;
    }
    int places = 0;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      int sign = c == '(' ? bracket(at, sentence) : c == ',' ? apposition(at, end) : 0;
      places += (sign & PLACE) != 0 ? 1 : 0;
      signs |= sign;
    }
    if (endsWithNote(start, end)) {
      signs |= CERTAIN;
    }
    boolean scene = signs == 0 ? second : (signs & CERTAIN) == 0;
    if (scene && showsScene(label > 0 ? WhiteSpace.skip(text, label + 1, end) : start, end)) {
      signs |= second ? CERTAIN : SCENE;
    }
    return signs == 0 || isRuledOut(start, end) ? 0 : places > 1 ? CERTAIN : signs;
  }

  private boolean isRuledOut(int start, int end) {
    return SentenceTerminators.isQuestionMark(text.charAt(end - 1))
        || hasQuotationMark(start, end)
        || attributes(start, end);
  }

  /** Returns whether a sentence ends with a note such as {@code in an undated photo}. */
  private boolean endsWithNote(int start, int end) {
    int last = end;
    while (last > start && !Character.isLetter(text.charAt(last - 1))) {
      last--;
    }
    if (last == start) {
      return false;
    }
    char lastLetter = Character.toLowerCase(text.charAt(last - 1));
    for (String note : ENDINGS.getOrDefault(lastLetter, List.of())) {
      int from = last - note.length();
      if (from > start
          && text.regionMatches(true, from, note, 0, note.length())
          && !Character.isLetter(text.charAt(from - 1))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether a sentence tells in the present tense what a picture shows: {@code Fishermen
   * sit on the pier}. The verb is one of the lexicon, names and nouns stand before it, and an
   * object or a place follows.
   */
  private boolean showsScene(int start, int end) {
    boolean subject = false;
    int word = start;
    for (int words = 0; words < MAX_SCENE_WORDS; words++) {
      while (word < end && !Character.isLetter(text.charAt(word))) {
        word++;
      }
      int after = wordEnd(word, end);
      if (after == word) {
        return false;
      }
      if (subject && isPictureVerb(word, after, end)) {
        return true;
      }
      boolean stopWord = (lexicon.kinds(text, word, after) & Lexicon.STOP_WORD) != 0;
      if (stopWord ? !joinsNouns(word, after) : isVerbal(word, after)) {
        return false;
      }
      subject = !stopWord;
      word = after;
    }
    return false;
  }

  private boolean joinsNouns(int word, int end) {
    String lower = text.substring(word, end).toLowerCase(Locale.ROOT);
    return opensNounPhrase(lower)
        || lexicon.phrases().role(lower) == PhraseLexicon.Role.CONNECTOR
        || lexicon.opening(lower) == Lexicon.Opening.CONNECTIVE;
  }

  private boolean isVerbal(int word, int end) {
    return Letters.isLower(text.charAt(word)) && lexicon.phrases().isVerbal(text, word, end);
  }

  /** Returns whether a verb of the lexicon has an object or a place that isn't a number. */
  private boolean isPictureVerb(int word, int verbEnd, int end) {
    int next = WhiteSpace.skip(text, verbEnd, end);
    int nextEnd = wordEnd(next, end);
    if (nextEnd == next) {
      return false;
    }
    if (lexicon.isPictureVerb(text.substring(word, verbEnd))) {
      int object = WhiteSpace.skip(text, nextEnd, end);
      return Letters.isUpper(text.charAt(next))
          || (opensNounPhrase(text.substring(next, nextEnd))
              && (object == end || !Character.isDigit(text.charAt(object))));
    }
    return lexicon.isPictureVerb(text.substring(word, nextEnd));
  }

  private boolean opensNounPhrase(String word) {
    PhraseLexicon.Role role = lexicon.phrases().role(word);
    return role == PhraseLexicon.Role.DETERMINER || role == PhraseLexicon.Role.PREPOSITION;
  }

  /** Returns whether only the stop at the end is set apart, and not those of the lines within. */
  private boolean hasLooseStop(Sentence sentence) {
    if (!BrokenSentences.hasLooseStop(text, sentence) || BrokenSentences.isBroken(text, sentence)) {
      return false;
    }
    int last = SentenceTerminators.lastBeforeClosers(text, sentence.start(), sentence.end());
    return !isOpenEnd(sentence.start(), WhiteSpace.skipBack(text, last, sentence.start()));
  }

  /** Returns whether the last word is one that a line was broken after: {@code ended with .}. */
  private boolean isOpenEnd(int start, int end) {
    int word = end;
    while (word > start && Character.isLetter(text.charAt(word - 1))) {
      word--;
    }
    return word == end
        ? OPEN_PUNCTUATION.indexOf(text.charAt(end - 1)) >= 0
        : (lexicon.kinds(text, word, end) & Lexicon.STOP_WORD) != 0;
  }

  /** Returns the position of the colon after a label that a capital follows; -1 if none does. */
  private int labelEnd(int start, int end) {
    int words = 1;
    for (int at = start; at < end && at < start + MAX_LABEL_CHARS; at++) {
      char c = text.charAt(at);
      words += WhiteSpace.isWhiteSpace(c) ? 1 : 0;
      if (words > MAX_LABEL_WORDS || c == '.' || c == ';' || Punctuation.isQuotationMark(c)) {
        return -1;
      }
      if (c == ':' || c == '：') {
        int next = WhiteSpace.skip(text, at + 1, end);
        return next > at + 1 && next < end && Character.isLetterOrDigit(text.charAt(next))
            ? at
            : -1;
      }
    }
    return -1;
  }

  /** Returns whether a label has small letters, unlike the initials of a speaker. */
  private boolean hasLowerCase(int start, int label) {
    for (int at = start; at < label; at++) {
      if (Letters.isLower(text.charAt(at))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the sign of a bracket: {@code (file photo)}, or a place. A participle such as {@code
   * (pictured)} is certain only in a short paragraph of one sentence; longer prose has it too.
   */
  private int bracket(int open, Sentence sentence) {
    int end = sentence.end();
    int word = open + 1;
    if (OPENINGS.startAny(text, word, end) || NOTES.startAny(text, word, end)) {
      return CERTAIN;
    }
    if (PARTICIPLES.contains(text.substring(word, wordEnd(word, end)))) {
      return isAlone(sentence) && end - sentence.start() <= MAX_LINE_CHARS ? CERTAIN : PLACE;
    }
    return PLACES.startAny(text, open, end) ? PLACE : 0;
  }

  private static boolean isAlone(Sentence sentence) {
    return sentence.opensBlock() && sentence.end() == sentence.block().end();
  }

  /** Returns the sign of {@code , seen here}, {@code , left,} or an unfinished participle. */
  private int apposition(int comma, int end) {
    int word = WhiteSpace.skip(text, comma + 1, end);
    if (NOTES.startAny(text, word, end)) {
      return CERTAIN;
    }
    int after = placeEnd(word, end);
    if (after > word && BRACKETED.contains("(" + text.substring(word, after) + ")")) {
      return PLACE;
    }
    after = wordEnd(word, end);
    if (!PARTICIPLES.contains(text.substring(word, after))) {
      return 0;
    }
    int next = text.indexOf(',', after);
    return next >= 0 && next < end ? PLACE : CERTAIN;
  }

  /** Returns the end of up to three words that a comma or the last stop follows; else -1. */
  private int placeEnd(int word, int end) {
    int limit = Math.min(end, word + MAX_PLACE_CHARS);
    int at = word;
    while (at < limit && (Character.isLetter(text.charAt(at)) || text.charAt(at) == ' ')) {
      at++;
    }
    boolean closed =
        at < end && (text.charAt(at) == ',' || (text.charAt(at) == '.' && at + 1 == end));
    return closed ? WhiteSpace.skipBack(text, at, word) : -1;
  }

  private int wordEnd(int word, int end) {
    int at = word;
    while (at < end && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private boolean hasQuotationMark(int start, int end) {
    for (int at = start; at < end; at++) {
      if (DOUBLE_QUOTES.indexOf(text.charAt(at)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private boolean attributes(int start, int end) {
    int word = start;
    for (int at = start; at <= end; at++) {
      if (at < end && Character.isLetter(text.charAt(at))) {
        continue;
      }
      if ((lexicon.kinds(text, word, at) & Lexicon.ATTRIBUTION) != 0) {
        return true;
      }
      word = at + 1;
    }
    return false;
  }

  /** Returns whether the only sentence of a block has a credit after it in the same line. */
  private boolean precedesCredit(Sentence sentence, int block) {
    if (block + 1 >= blocks.size()
        || blocks.get(block + 1).role() != Role.CREDIT
        || !isAlone(sentence)
        || sentence.end() - sentence.start() > MAX_CHARS) {
      return false;
    }
    boolean line = block == 0 || hasLineEnd(blocks.get(block - 1).end(), sentence.start());
    return line
        && !hasLineEnd(sentence.end(), blocks.get(block + 1).start())
        && !attributes(sentence.start(), sentence.end());
  }

  /** Returns whether a line ends between two positions. */
  private boolean hasLineEnd(int from, int to) {
    for (int at = from; at < to; at++) {
      if (WhiteSpace.isLineBreak(text.charAt(at))) {
        return true;
      }
    }
    return false;
  }
}
