package dev.nutgraf.text;

/**
 * The words of every sentence, as numbers: the token stream in compressed-row form. Tokens run from
 * 0 to {@link #tokenCount}, sentence by sentence; each is an occurrence of a term, and terms are
 * the distinct stems, numbered from 0 in order of first appearance.
 *
 * <p>Flat arrays hold a word in 12 bytes: some eight million words, a 50 MB article, in 100 MB.
 */
public final class Terms {
  private final int[] firstToken;
  private final int[] term;
  private final int[] start;
  private final int[] end;
  private final String[] stem;
  private final boolean[] stopWord;
  private final boolean[] inHeadline;

  Terms(
      int[] firstToken,
      int[] term,
      int[] start,
      int[] end,
      String[] stem,
      boolean[] stopWord,
      boolean[] inHeadline) {
    this.firstToken = firstToken;
    this.term = term;
    this.start = start;
    this.end = end;
    this.stem = stem;
    this.stopWord = stopWord;
    this.inHeadline = inHeadline;
  }

  /** How many sentences there are. */
  public int sentenceCount() {
    return firstToken.length - 1;
  }

  /** The first token of a sentence; that of the sentence after the last is {@link #tokenCount}. */
  public int firstToken(int sentence) {
    return firstToken[sentence];
  }

  /** How many tokens the sentence has, stop words included. */
  public int length(int sentence) {
    return firstToken[sentence + 1] - firstToken[sentence];
  }

  /** How many tokens there are in all. */
  public int tokenCount() {
    return firstToken[firstToken.length - 1];
  }

  /** How many distinct terms there are. */
  public int termCount() {
    return stem.length;
  }

  /** The term that the token is an occurrence of. */
  public int term(int token) {
    return term[token];
  }

  /** Where the token starts in the article text, inclusive. */
  public int start(int token) {
    return start[token];
  }

  /** Where the token ends in the article text, exclusive. */
  public int end(int token) {
    return end[token];
  }

  /** The case-folded stem of a term. */
  public String stem(int term) {
    return stem[term];
  }

  /** Whether the term is a stop word of the article's language. */
  public boolean stopWord(int term) {
    return stopWord[term];
  }

  /** Whether the article's headline holds the term; false for all where no headline is known. */
  public boolean inHeadline(int term) {
    return inHeadline[term];
  }
}
