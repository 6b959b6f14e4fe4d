package dev.nutgraf.rank;

/** A candidate for a key phrase: a sequence of terms and how the article uses it. */
final class Candidate implements Comparable<Candidate> {
  /** Number of tokens. */
  final int length;

  /** Whether it is a run of capitalized words. */
  final boolean name;

  /** First token of the first occurrence. */
  final int firstToken;

  /** First token of the occurrence that shows its spelling inside a sentence. */
  int shownToken;

  int count;
  double score;

  Candidate(int length, boolean name, int token) {
    this.length = length;
    this.name = name;
    this.firstToken = token;
    this.shownToken = token;
  }

  /** Orders by falling score, then by position, the longer one first. */
  @Override
  public int compareTo(Candidate other) {
    int order = Double.compare(other.score, score);
    order = order != 0 ? order : Integer.compare(firstToken, other.firstToken);
    return order != 0 ? order : Integer.compare(other.length, length);
  }
}
