package dev.nutgraf.text;

import dev.nutgraf.chars.Letters;
import dev.nutgraf.chars.SentenceTerminators;
import dev.nutgraf.chars.WhiteSpace;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins sentences that an export broke at the end of a line.
 *
 * <p>Some exports end each line of a column with a full stop set apart: {@code who will seize
 * control . over the strip}. The text after it starts in lower case and continues the sentence.
 * Where most full stops are set apart the text was split into tokens, and they end its sentences.
 */
final class BrokenSentences {
  private BrokenSentences() {}

  /** Returns the sentences, the parts of a broken one as one sentence. */
  static List<Sentence> join(String text, List<Sentence> sentences) {
    int candidates = 0;
    int loose = 0;
    int broken = 0;
    for (int s = 0; s < sentences.size(); s++) {
      Sentence sentence = sentences.get(s);
      if (sentence.isCandidate()) {
        candidates++;
        loose += hasLooseStop(text, sentence) ? 1 : 0;
        broken += s > 0 && continues(text, sentences.get(s - 1), sentence) ? 1 : 0;
      }
    }
    return broken == 0 || 2 * loose > candidates ? sentences : joined(text, sentences);
  }

  private static List<Sentence> joined(String text, List<Sentence> sentences) {
    List<Sentence> joined = new ArrayList<>(sentences.size());
    for (int s = 0; s < sentences.size(); s++) {
      Sentence sentence = sentences.get(s);
      if (s > 0 && continues(text, sentences.get(s - 1), sentence)) {
        Sentence first = joined.remove(joined.size() - 1);
        sentence = new Sentence(first.start(), sentence.end(), sentence.block());
      }
      joined.add(sentence);
    }
    return joined;
  }

  private static boolean continues(String text, Sentence before, Sentence sentence) {
    return before.block().equals(sentence.block())
        && sentence.isCandidate()
        && Letters.isLower(text.charAt(sentence.start()))
        && hasLooseStop(text, before);
  }

  /** Returns whether white space stands before the full stop at the end. */
  static boolean hasLooseStop(String text, Sentence sentence) {
    int last = SentenceTerminators.lastBeforeClosers(text, sentence.start(), sentence.end());
    return last > sentence.start()
        && text.charAt(last) == '.'
        && WhiteSpace.isWhiteSpace(text.charAt(last - 1));
  }

  /** Returns whether a full stop set apart stands within a sentence. */
  static boolean isBroken(String text, Sentence sentence) {
    for (int at = sentence.start() + 1; at < sentence.end() - 1; at++) {
      if (text.charAt(at) == '.' && text.charAt(at - 1) == ' ' && text.charAt(at + 1) == ' ') {
        return true;
      }
    }
    return false;
  }
}
