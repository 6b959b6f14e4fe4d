package dev.nutgraf.text;

import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import dev.nutgraf.chars.Letters;
import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.SentenceTerminators;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.Lexicon;
import dev.nutgraf.lexicon.LexiconFiles;
import dev.nutgraf.lexicon.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

  /** Marks that don't end a sentence: the text breaks off before a stop that follows them. */
  private static final String OPEN_PUNCTUATION = ",:;-–—";

  private static final String DOUBLE_QUOTES = "\"“”„«»";

  private static final Map<Character, List<String>> OPENINGS = byInitial(Section.CAPTION_OPENINGS);
  private static final Map<Character, List<String>> LABELS = byInitial(Section.CAPTION_LABELS);
  private static final Map<Character, List<String>> PLACES = byInitial(Section.PICTURE_PLACES);
  private static final Set<String> BRACKETED = LexiconFiles.union(Section.PICTURE_PLACES);
  private static final Set<String> PARTICIPLES = LexiconFiles.union(Section.PICTURE_PARTICIPLES);

  // Signs of one sentence.
  private static final int CERTAIN = 1;
  private static final int PLACE = 2;
  private static final int LABEL = 4;
  private static final int LOOSE_STOP = 8;

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
    for (int s = 0; s < signs.length; s++) {
      Sentence sentence = sentences.get(s);
      while (blocks.get(block).start() < sentence.block().start()) {
        block++;
      }
      if (sentence.isCandidate()) {
        candidates++;
        looseStops += hasLooseStop(sentence) ? 1 : 0;
        signs[s] = precedesCredit(sentence, block) ? CERTAIN : signs(sentence);
        signed += signs[s] == 0 ? 0 : 1;
      }
    }
    return signed == 0 ? sentences : mark(sentences, signs, candidates, looseStops);
  }

  private List<Sentence> mark(
      List<Sentence> sentences, int[] signs, int candidates, int looseStops) {
    // Where most stops are set apart, the text was split into tokens.
    int ignored = 2 * looseStops > candidates ? LOOSE_STOP : 0;
    int labels = 0;
    int stops = 0;
    Map<String, Integer> uses = uses(sentences, signs);
    for (int s = 0; s < signs.length; s++) {
      signs[s] &= ~ignored;
      if ((signs[s] & LABEL) != 0 && uses.getOrDefault(label(sentences.get(s)), 0) > 1) {
        // A label that recurs names the speakers of an interview.
        signs[s] &= ~LABEL;
      }
      labels += (signs[s] & LABEL) != 0 && isCaption(signs[s]) ? 1 : 0;
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
    return 2 * captions > candidates ? sentences : marked;
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

  /** Returns the signs of a sentence; 0 if it quotes, attributes or asks. */
  private int signs(Sentence sentence) {
    int start = sentence.start();
    int end = sentence.end();
    if (end - start > MAX_CHARS || Letters.isLower(text.charAt(start))) {
      return 0;
    }
    int signs = hasLooseStop(sentence) ? LOOSE_STOP : 0;
    if (startsWithAny(OPENINGS, start, end)) {
      signs |= CERTAIN;
    }
    int label = labelEnd(start, end);
    if (label > 0 && startsWithAny(LABELS, start, label + 1)) {
      signs |= CERTAIN;
    } else if (label > 0 && hasLowerCase(start, label)) {
      signs |= LABEL;
    }
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (c == '(') {
        signs |= bracket(at, sentence);
      } else if (c == ',') {
        signs |= participle(at, end);
      }
    }
    boolean ruledOut =
        signs != 0
            && (SentenceTerminators.isQuestionMark(text.charAt(end - 1)) || isSpeech(start, end));
    return ruledOut ? 0 : signs;
  }

  private boolean hasLooseStop(Sentence sentence) {
    int last = SentenceTerminators.lastBeforeClosers(text, sentence.start(), sentence.end());
    return last > sentence.start()
        && text.charAt(last) == '.'
        && WhiteSpace.isWhiteSpace(text.charAt(last - 1))
        && !isOpenEnd(sentence.start(), WhiteSpace.skipBack(text, last, sentence.start()));
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
    if (startsWithAny(OPENINGS, word, end)) {
      return CERTAIN;
    }
    if (PARTICIPLES.contains(text.substring(word, wordEnd(word, end)))) {
      return isAlone(sentence) && end - sentence.start() <= MAX_LINE_CHARS ? CERTAIN : PLACE;
    }
    return startsWithAny(PLACES, open, end) ? PLACE : 0;
  }

  private static boolean isAlone(Sentence sentence) {
    return sentence.opensBlock() && sentence.end() == sentence.block().end();
  }

  /** Returns the sign of {@code , left,} or of a participle that no comma follows. */
  private int participle(int comma, int end) {
    int word = WhiteSpace.skip(text, comma + 1, end);
    int after = wordEnd(word, end);
    if (after < end && text.charAt(after) == ',') {
      return BRACKETED.contains("(" + text.substring(word, after) + ")") ? PLACE : 0;
    }
    if (!PARTICIPLES.contains(text.substring(word, after))) {
      return 0;
    }
    int next = text.indexOf(',', after);
    return next >= 0 && next < end ? PLACE : CERTAIN;
  }

  private int wordEnd(int word, int end) {
    int at = word;
    while (at < end && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static Map<Character, List<String>> byInitial(Section section) {
    return LexiconFiles.union(section).stream()
        .collect(Collectors.groupingBy(phrase -> phrase.charAt(0)));
  }

  /** Returns whether a range starts with one of some phrases in any case, as whole words. */
  private boolean startsWithAny(Map<Character, List<String>> phrases, int start, int end) {
    if (start >= end) {
      return false;
    }
    char initial = Character.toLowerCase(text.charAt(start));
    for (String phrase : phrases.getOrDefault(initial, List.of())) {
      int after = start + phrase.length();
      if (after <= end
          && text.regionMatches(true, start, phrase, 0, phrase.length())
          && (after == end
              || !Character.isLetter(text.charAt(after))
              || !Character.isLetter(text.charAt(after - 1)))) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a range has a quotation mark or a verb that attributes. */
  private boolean isSpeech(int start, int end) {
    int word = start;
    for (int at = start; at <= end; at++) {
      if (at < end && Character.isLetter(text.charAt(at))) {
        continue;
      }
      if ((lexicon.kinds(text, word, at) & Lexicon.ATTRIBUTION) != 0) {
        return true;
      }
      if (at < end && DOUBLE_QUOTES.indexOf(text.charAt(at)) >= 0) {
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
        && !isSpeech(sentence.start(), sentence.end());
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
