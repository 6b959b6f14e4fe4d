package dev.nutgraf.text;

import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import dev.nutgraf.chars.Letters;
import dev.nutgraf.chars.SentenceTerminators;
import dev.nutgraf.chars.UnicodeBlocks;
import dev.nutgraf.chars.WhiteSpace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds sentences that a list divides, which say nothing alone: {@code The judge told him to:} and
 * its items, {@code pay back the money; and}.
 *
 * <p>A sentence is incomplete if its block ends with a colon or a semicolon, which a conjunction
 * may follow, and a list item if it ends with a comma. Incomplete sentences become fragments unless
 * nothing else remains.
 */
final class IncompleteSentences {
  /** Letters of the longest conjunction between items: {@code and}, {@code oder}. */
  private static final int MAX_CONJUNCTION = 4;

  private IncompleteSentences() {}

  /** Returns the sentences with the incomplete ones as fragments. */
  static List<Sentence> setApart(String text, List<Sentence> sentences) {
    BitSet incomplete = new BitSet();
    boolean complete = false;
    for (int s = 0; s < sentences.size(); s++) {
      Sentence sentence = sentences.get(s);
      if (sentence.isCandidate() && isIncomplete(text, sentence)) {
        incomplete.set(s);
      } else {
        complete |= sentence.isCandidate();
      }
    }
    if (!complete || incomplete.isEmpty()) {
      return sentences;
    }
    List<Sentence> apart = new ArrayList<>(sentences);
    incomplete.stream().forEach(s -> apart.set(s, fragment(sentences.get(s))));
    return apart;
  }

  private static Sentence fragment(Sentence sentence) {
    int start = sentence.start();
    int end = sentence.end();
    return new Sentence(start, end, new Block(start, end, Role.FRAGMENT));
  }

  private static boolean isIncomplete(String text, Sentence sentence) {
    int start = sentence.start();
    int end = sentence.end();
    Block block = sentence.block();
    if (end < block.end() || SentenceTerminators.isTerminator(text.charAt(end - 1))) {
      return false;
    }
    boolean item = block.role() == Role.LIST_ITEM;
    int last = SentenceTerminators.lastBeforeClosers(text, start, end);
    return isOpen(text, last, item) || isOpen(text, beforeConjunction(text, start, last), item);
  }

  /** The position of the last character before a short word at the end, or {@code last}. */
  private static int beforeConjunction(String text, int start, int last) {
    int at = last;
    while (at > start && last - at < MAX_CONJUNCTION && Letters.isLower(text.charAt(at))) {
      at--;
    }
    int before = WhiteSpace.skipBack(text, at + 1, start) - 1;
    return before > start && before < at ? before : last;
  }

  /** Returns whether a mark that announces or separates items stands there. */
  private static boolean isOpen(String text, int at, boolean item) {
    return switch (text.charAt(at)) {
      case ':', ';' -> at > 0 && !isTerminatorAfter(text.charAt(at - 1));
      case '：', '；' -> true;
      case ',', '、', '،', '，' -> item;
      default -> false;
    };
  }

  /** Returns whether the script of the letter ends sentences with a colon or a semicolon. */
  private static boolean isTerminatorAfter(char letter) {
    return UnicodeBlocks.isGreek(letter)
        || UnicodeBlocks.isArmenian(letter)
        || UnicodeBlocks.isEthiopic(letter)
        || letter == ':';
  }
}
