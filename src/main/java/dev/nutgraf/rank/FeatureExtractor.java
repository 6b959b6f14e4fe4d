package dev.nutgraf.rank;

import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.lexicon.Lexicon;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Sentence;
import dev.nutgraf.text.Terms;
import java.util.Arrays;

/**
 * Computes the features of one article in four passes over its words, each linear: positions, then
 * frequencies and vector norms, then similarities, then word pairs and surface features. Ranks come
 * last, as they need every row.
 *
 * <p>A sentence is a binary vector over its distinct terms, weighted by inverse document frequency;
 * stop words weigh 0. Comparing each sentence with all others would be quadratic. Instead, the sum
 * of all unit vectors is kept by term: the dot product with it is the summed similarity to every
 * sentence, and a running sum divides that into the sentences before and those after. Similarity by
 * direction follows PacSum (H. Zheng and M. Lapata, ACL 2019), the lead and position features E.
 * Baxendale (1958) and H. Edmundson (1969).
 */
final class FeatureExtractor {
  private static final int LEAD_SENTENCES = 2;
  private static final int TOP_TERMS = 10;

  // Limits beyond which a position no longer matters.
  private static final int MAX_POSITION = 100;
  private static final int MAX_PARAGRAPH_POSITION = 20;

  /** Slots of the table of word pairs per word, so that few pairs share one. */
  private static final int PAIR_SLOTS_PER_WORD = 4;

  private static final int MIN_PAIR_WORDS = 16;

  /** Bits of the greatest row. */
  private static final int ROW_BITS = Integer.SIZE - 1;

  private final AnalyzedText text;
  private final Terms terms;
  private final FeatureMatrix out;

  /** By term, the probability of occurring in the summary. */
  private final float[] expected;

  private final Salience salience;
  private final int rows;

  private final TermUses uses;
  private final Cues cues;
  private final int[] ofCue = new int[Lexicon.Cue.values().length];

  /** By term, the inverse document frequency. */
  private final float[] weight;

  /** By term, whether it is one of the most salient. */
  private final boolean[] top;

  /** By term, the sum of all sentences' unit vectors. */
  private final double[] total;

  /** By term, the sum of the unit vectors before the current row. */
  private final double[] before;

  /** By term, the last row that contained it, or -1. */
  private final int[] seenIn;

  /** By term, whether the lead contains it. */
  private final boolean[] inLead;

  /** By row, the norm of the sentence's vector. */
  private final double[] norm;

  private double centroidNorm;
  private double leadSquare;
  private double headlineWeight;

  FeatureExtractor(
      AnalyzedText text, FeatureMatrix out, TermUses uses, Cues cues, float[] expected) {
    this.text = text;
    this.uses = uses;
    this.cues = cues;
    this.expected = expected;
    this.terms = text.terms();
    this.out = out;
    this.salience = out.salience();
    this.rows = out.rows();
    this.weight = salience.idf();
    int termCount = terms.termCount();
    this.top = new boolean[termCount];
    for (int term : salience.top(TOP_TERMS)) {
      top[term] = true;
    }
    this.total = new double[termCount];
    this.before = new double[termCount];
    this.seenIn = new int[termCount];
    this.inLead = new boolean[termCount];
    this.norm = new double[rows];
  }

  /** Fills in all rows of the matrix. */
  void run() {
    positions();
    weigh();
    similarities();
    wordPairs();
    for (int row = 0; row < rows; row++) {
      surface(row);
    }
    neighbors();
    rank(Feature.LENGTH, Feature.LENGTH_RANK);
    rank(Feature.CENTRALITY, Feature.CENTRALITY_RANK);
    rank(Feature.DIRECTED_RANK, Feature.DIRECTED_RANK);
    rank(Feature.HEADLINE, Feature.HEADLINE_RANK);
    rank(Feature.SALIENCE, Feature.SALIENCE_RANK);
    rank(Feature.SALIENCE_SUM_RANK, Feature.SALIENCE_SUM_RANK);
    rank(Feature.EXPECTED, Feature.EXPECTED_RANK);
    rank(Feature.EXPECTED_SHARE, Feature.EXPECTED_SHARE_RANK);
  }

  private void positions() {
    int words = 0;
    for (int row = 0; row < rows; row++) {
      words += length(row);
    }
    double mean = Math.max(words, 1) / (double) Math.max(rows, 1);
    boolean paragraphs = rows > 0 && block(0) != block(rows - 1);
    int segments = out.segments();
    int segment = (rows + segments - 1) / Math.max(segments, 1);
    int before = 0;
    int inParagraph = 0;
    for (int row = 0; row < rows; row++) {
      int inSegment = row % segment;
      before = inSegment == 0 ? 0 : before;
      boolean opens = row == 0 || block(row) != block(row - 1);
      inParagraph = opens ? 0 : inParagraph + 1;
      int length = length(row);
      out.set(row, Feature.POSITION, Math.min(inSegment, MAX_POSITION));
      out.set(row, Feature.RELATIVE_POSITION, inSegment / (double) segment);
      out.set(row, Feature.WORDS_BEFORE, Math.log1p(before));
      out.set(
          row,
          Feature.PARAGRAPH_POSITION,
          paragraphs ? Math.min(inParagraph, MAX_PARAGRAPH_POSITION) : -1);
      out.set(row, Feature.LENGTH, length);
      out.set(row, Feature.RELATIVE_LENGTH, length / mean);
      out.set(row, Feature.CANDIDATES, Math.log1p(rows));
      out.set(row, Feature.MEAN_LENGTH, mean);
      before += length;
    }
  }

  /** Returns the start of the row's block, which identifies it. */
  private int block(int row) {
    return text.sentences().get(out.sentence(row)).block().start();
  }

  /** Counts terms and sums up the vectors that every sentence is compared with. */
  private void weigh() {
    Arrays.fill(seenIn, -1);
    for (int row = 0; row < rows; row++) {
      double square = 0;
      int s = out.sentence(row);
      for (int t = terms.firstToken(s); t < terms.firstToken(s + 1); t++) {
        int term = terms.term(t);
        if (seenIn[term] != row) {
          seenIn[term] = row;
          square += weight[term] * weight[term];
        }
      }
      norm[row] = square == 0 ? 1 : Math.sqrt(square);
    }
    Arrays.fill(seenIn, -1);
    for (int row = 0; row < rows; row++) {
      int s = out.sentence(row);
      for (int t = terms.firstToken(s); t < terms.firstToken(s + 1); t++) {
        int term = terms.term(t);
        if (seenIn[term] != row) {
          seenIn[term] = row;
          total[term] += weight[term] / norm[row];
        }
      }
    }
    double centroidSquare = 0;
    for (int term = 0; term < weight.length; term++) {
      double w = weight[term] * uses.frequency(term);
      centroidSquare += w * w;
      if (terms.isInHeadline(term)) {
        headlineWeight += weight[term];
      }
    }
    centroidNorm = centroidSquare == 0 ? 1 : Math.sqrt(centroidSquare);
  }

  /** Compares every sentence with the article, the headline and the sentences around it. */
  private void similarities() {
    Arrays.fill(seenIn, -1);
    for (int row = 0; row < rows; row++) {
      compare(row);
      if (row < LEAD_SENTENCES) {
        addToLead(row);
      }
    }
  }

  private void compare(int row) {
    int s = out.sentence(row);
    double centroid = 0;
    double preceding = 0;
    double all = 0;
    double lead = 0;
    double covered = 0;
    double salienceSum = 0;
    double idfSum = 0;
    double fresh = 0;
    double introduced = 0;
    double distinctWeight = 0;
    double previous = 0;
    double expectedSum = 0;
    double expectedNew = 0;
    int tops = 0;
    int content = 0;
    int stopWords = 0;
    for (int t = terms.firstToken(s); t < terms.firstToken(s + 1); t++) {
      int term = terms.term(t);
      if (terms.isStopWord(term)) {
        stopWords++;
      } else {
        content++;
      }
      if (seenIn[term] == row) {
        continue;
      }
      double w = weight[term];
      boolean isNew = seenIn[term] < 0;
      if (seenIn[term] == row - 1 && row > 0) {
        previous += w * w;
      }
      seenIn[term] = row;
      centroid += w * w * uses.frequency(term);
      preceding += w * before[term];
      all += w * total[term];
      distinctWeight += w;
      idfSum += w;
      salienceSum += salience.salience()[term];
      expectedSum += expected[term];
      if (inLead[term]) {
        lead += w * w;
      }
      if (terms.isInHeadline(term)) {
        covered += w;
      }
      if (top[term]) {
        tops++;
      }
      if (isNew) {
        fresh += w;
        expectedNew += expected[term];
        if (uses.frequency(term) > 1) {
          introduced += salience.salience()[term];
        }
      }
      before[term] += w / norm[row];
    }
    preceding /= norm[row];
    double following = all / norm[row] - preceding - 1;
    out.set(row, Feature.CENTRALITY, centroid / (norm[row] * centroidNorm));
    double precedingMean = row == 0 ? 0 : preceding / row;
    double followingMean = row == rows - 1 ? 0 : Math.max(0, following / (rows - 1 - row));
    out.set(row, Feature.PRECEDING, precedingMean);
    out.set(row, Feature.FOLLOWING, followingMean);
    out.set(row, Feature.DIRECTED_RANK, (following - preceding) / rows);
    out.set(row, Feature.LEAD, leadSquare == 0 ? 0 : lead / (norm[row] * Math.sqrt(leadSquare)));
    out.set(row, Feature.HEADLINE, headlineWeight == 0 ? 0 : covered / headlineWeight);
    out.set(row, Feature.SALIENCE, salienceSum / Math.max(content, 1));
    out.set(row, Feature.SALIENCE_SUM_RANK, salienceSum);
    out.set(row, Feature.TOP_WORDS, tops / (double) TOP_TERMS);
    out.set(row, Feature.IDF, idfSum / Math.max(content, 1));
    out.set(row, Feature.NOVELTY, distinctWeight == 0 ? 0 : fresh / distinctWeight);
    out.set(row, Feature.INTRODUCED, salienceSum == 0 ? 0 : introduced / salienceSum);
    out.set(row, Feature.EXPECTED, expectedSum);
    out.set(row, Feature.EXPECTED_SHARE, expectedSum / Math.max(stopWords + content, 1));
    out.set(row, Feature.EXPECTED_NEW, expectedNew);
    out.set(row, Feature.STOP_WORDS, stopWords / (double) Math.max(stopWords + content, 1));
    double similarity = row == 0 ? 0 : previous / (norm[row] * norm[row - 1]);
    out.set(row, Feature.PREVIOUS, similarity);
    if (row > 0) {
      out.set(row - 1, Feature.NEXT, similarity);
    }
  }

  private void addToLead(int row) {
    int s = out.sentence(row);
    for (int t = terms.firstToken(s); t < terms.firstToken(s + 1); t++) {
      int term = terms.term(t);
      if (!inLead[term]) {
        inLead[term] = true;
        leadSquare += weight[term] * weight[term];
      }
    }
  }

  /** Counts word pairs by hash. A rare collision costs a little precision. */
  private void wordPairs() {
    int size =
        Integer.highestOneBit(Math.max(MIN_PAIR_WORDS, terms.tokenCount())) * PAIR_SLOTS_PER_WORD;
    byte[] seen = new byte[size];
    for (int row = 0; row < rows; row++) {
      int s = out.sentence(row);
      for (int t = terms.firstToken(s) + 1; t < terms.firstToken(s + 1); t++) {
        int slot = pair(t, size);
        seen[slot] = (byte) Math.min(2, seen[slot] + 1);
      }
    }
    for (int row = 0; row < rows; row++) {
      int s = out.sentence(row);
      int repeated = 0;
      for (int t = terms.firstToken(s) + 1; t < terms.firstToken(s + 1); t++) {
        if (seen[pair(t, size)] > 1) {
          repeated++;
        }
      }
      out.set(row, Feature.REPEATED_PAIRS, repeated / (double) Math.max(1, terms.length(s) - 1));
    }
  }

  /** Returns the slot of the pair of a token and the one before it, in a table of {@code size}. */
  private int pair(int token, int size) {
    int h = terms.term(token - 1) * 0x9e3779b1 + terms.term(token) * 0x85ebca6b;
    return (h ^ h >>> 15) & (size - 1);
  }

  private void surface(int row) {
    int s = out.sentence(row);
    Sentence sentence = text.sentences().get(s);
    String all = text.article().text();
    int first = terms.firstToken(s);
    int names = 0;
    int newNames = 0;
    int numbers = 0;
    cues.count(first, terms.firstToken(s + 1), ofCue);
    for (int t = first; t < terms.firstToken(s + 1); t++) {
      char c = all.charAt(terms.start(t));
      if (t > first && Character.isUpperCase(c)) {
        names++;
        if (uses.firstToken(terms.term(t)) == t) {
          newNames++;
        }
      } else if (c >= '0' && c <= '9') {
        numbers++;
      }
    }
    int quoted = 0;
    int asides = 0;
    int commas = 0;
    boolean open = false;
    for (int i = sentence.start(); i < sentence.end(); i++) {
      char c = all.charAt(i);
      switch (c) {
        case '"' -> open = !open;
        case '\u201c', '\u201e', '\u00ab' -> open = true;
        case '\u201d', '\u00bb' -> open = false;
        case '(', ':', ';', '\u2013', '\u2014' -> asides++;
        case ',' -> commas++;
        default -> {
          if (open) {
            quoted++;
          }
        }
      }
    }
    double length = Math.max(1, length(row));
    out.set(row, Feature.NAMES, names / length);
    out.set(row, Feature.NEW_NAMES, newNames);
    out.set(row, Feature.NUMBERS, numbers);
    out.set(row, Feature.QUOTED, quoted / (double) (sentence.end() - sentence.start()));
    out.set(
        row,
        Feature.OPENS_QUOTED,
        Punctuation.isQuotationMark(all.charAt(sentence.start())) ? 1 : 0);
    out.set(row, Feature.ASIDES, asides);
    out.set(row, Feature.COMMAS, commas);
    out.set(row, Feature.PERSONAL, count(Lexicon.Cue.PERSONAL) / length);
    out.set(row, Feature.SPEECH, count(Lexicon.Cue.SPEECH));
    out.set(row, Feature.DAY, count(Lexicon.Cue.DAY));
  }

  @SuppressWarnings("EnumOrdinal") // an index for counting
  private int count(Lexicon.Cue cue) {
    return ofCue[cue.ordinal()];
  }

  private int length(int row) {
    return terms.length(out.sentence(row));
  }

  private void neighbors() {
    for (int row = 1; row < rows; row++) {
      out.set(row, Feature.PREVIOUS_LENGTH, out.get(row - 1, Feature.LENGTH));
      out.set(row, Feature.PREVIOUS_QUOTED, out.get(row - 1, Feature.QUOTED));
    }
  }

  /** Sets a column to the share of rows with a higher value in another; equal values rank equal. */
  private void rank(Feature from, Feature to) {
    long[] order = new long[rows];
    for (int row = 0; row < rows; row++) {
      order[row] = GradientBoostedTrees.ascending(out.get(row, from)) << ROW_BITS | row;
    }
    Arrays.sort(order);
    int higher = 0;
    float last = 0;
    for (int i = rows - 1; i >= 0; i--) {
      int row = (int) order[i] & Integer.MAX_VALUE;
      float value = out.get(row, from);
      higher = value == last ? higher : rows - 1 - i;
      last = value;
      out.set(row, to, higher / (double) rows);
    }
  }
}
