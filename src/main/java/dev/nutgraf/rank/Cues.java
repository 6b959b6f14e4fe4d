package dev.nutgraf.rank;

import dev.nutgraf.lexicon.Lexicon;
import dev.nutgraf.lexicon.Lexicon.Cue;
import dev.nutgraf.text.Terms;
import java.util.Arrays;

/** What each term of a text is a sign of, looked up once per term. */
final class Cues {
  private static final byte NONE = -1;

  private final Terms terms;

  /** By term, the index of its cue, or {@link #NONE}. */
  private final byte[] cues;

  @SuppressWarnings("EnumOrdinal") // an index for counting
  Cues(Lexicon lexicon, Terms terms) {
    this.terms = terms;
    this.cues = new byte[terms.termCount()];
    for (int term = 0; term < cues.length; term++) {
      Cue cue = lexicon.cue(terms.stem(term));
      cues[term] = cue == null ? NONE : (byte) cue.ordinal();
    }
  }

  /** Returns whether the token is such a sign. */
  @SuppressWarnings("EnumOrdinal")
  boolean is(int token, Cue cue) {
    return cues[terms.term(token)] == cue.ordinal();
  }

  /** Counts the signs among the tokens of a sentence, by the index of the cue. */
  void count(int from, int to, int[] counts) {
    Arrays.fill(counts, 0);
    for (int token = from; token < to; token++) {
      int cue = cues[terms.term(token)];
      if (cue >= 0) {
        counts[cue]++;
      }
    }
  }
}
