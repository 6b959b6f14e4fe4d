package dev.nutgraf.rank;

import dev.nutgraf.article.Block;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Sentence;
import dev.nutgraf.text.Terms;
import java.util.Arrays;
import java.util.List;

/**
 * What the model looks at: one row of numbers for every candidate sentence of an article, all
 * finite, computed in time linear in the article's length. Measures are relative to the article
 * wherever that makes them mean the same in a short report and a long essay, in one language and
 * another.
 */
public final class Features {

  /** One column of the table. */
  enum Column {
    /** Candidates before it in its chapter, at most 100. */
    POSITION("position"),
    /** Share of its chapter before it. */
    RELATIVE_POSITION("relative position"),
    /** Logarithm of the words before it in its chapter. */
    WORDS_BEFORE("words before"),
    /** Whether it opens a paragraph of an article that has several. */
    PARAGRAPH_START("paragraph start"),
    /** Sentences before it in its paragraph, at most 20. */
    PARAGRAPH_POSITION("position in paragraph"),
    /** Words. */
    LENGTH("length"),
    /** Words against the article's mean. */
    RELATIVE_LENGTH("relative length"),
    /** Share of the candidates that are longer. */
    LENGTH_RANK("length rank"),
    /** Cosine with the article. */
    CENTRALITY("centrality"),
    /** Share of the candidates with a higher centrality. */
    CENTRALITY_RANK("centrality rank"),
    /** Mean cosine with the sentences before. */
    PRECEDING("similarity to preceding"),
    /** Mean cosine with the sentences after. */
    FOLLOWING("similarity to following"),
    /** Share of the candidates whose following minus preceding similarity is higher. */
    DIRECTED_RANK("directed centrality rank"),
    /** Cosine with the first two candidates, itself left out. */
    LEAD("similarity to lead"),
    /** Share of the headline's weight that it covers. */
    HEADLINE("headline covered"),
    /** Share of the candidates that cover more of the headline. */
    HEADLINE_RANK("headline rank"),
    /** Mean salience of its words. */
    SALIENCE("salience"),
    /** Share of the candidates with a higher mean salience. */
    SALIENCE_RANK("salience rank"),
    /** Share of the candidates with a higher sum of salience. */
    SALIENCE_SUM_RANK("salience sum rank"),
    /** Share of the article's ten most salient words that it holds. */
    TOP_WORDS("top words"),
    /** Mean rarity of its words in the language. */
    RARITY("rarity"),
    /** Share of its word pairs that the article repeats. */
    REPEATED_PAIRS("repeated word pairs"),
    /** Share of its weight that no sentence before has. */
    NOVELTY("new words"),
    /** Salience of the words it brings up that the article takes up again, against the sum. */
    INTRODUCED("introduced words"),
    /** Share of its words that are stop words. */
    STOP_WORDS("stop words"),
    /** Share of its words, the first left out, that start with a capital. */
    NAMES("names"),
    /** Names that no sentence before has. */
    NEW_NAMES("new names"),
    /** Words that hold a digit. */
    NUMBERS("numbers"),
    /** Share of its characters within quotation marks. */
    QUOTED("quoted"),
    /** Whether it opens with a quotation mark. */
    OPENS_QUOTED("opens with quotation"),
    /** Whether it ends as a sentence does. */
    COMPLETE("complete"),
    /** Whether it is a question. */
    QUESTION("question"),
    /** Parentheses, dashes and colons. */
    ASIDES("asides"),
    /** Commas. */
    COMMAS("commas"),
    /** Opens with a word that leans on what was said before: 1 a pronoun, 2 a connective. */
    OPENING("leaning opening"),
    /** Share of its words that are of the first or second person. */
    PERSONAL("personal words"),
    /** Words of saying. */
    SPEECH("words of saying"),
    /** Words that point at pictures. */
    PICTURE("words of pictures"),
    /** Words that name a day. */
    DAY("names of days"),
    /** How many words of the summary it is expected to hold. */
    EXPECTED("expected words"),
    /** Share of the candidates expected to hold more. */
    EXPECTED_RANK("expected words rank"),
    /** Share of its words that are expected in the summary. */
    EXPECTED_SHARE("expected share"),
    /** Share of the candidates with a higher share of expected words. */
    EXPECTED_SHARE_RANK("expected share rank"),
    /** Expected words that no sentence before has. */
    EXPECTED_NEW("expected new words"),
    /** Cosine with the sentence before. */
    PREVIOUS("similarity to previous"),
    /** Cosine with the sentence after. */
    NEXT("similarity to next"),
    /** Words of the sentence before. */
    PREVIOUS_LENGTH("length of previous"),
    /** Quoted share of the sentence before. */
    PREVIOUS_QUOTED("previous quoted"),
    /** Logarithm of the number of candidates. */
    CANDIDATES("candidates"),
    /** Mean words of a candidate. */
    MEAN_LENGTH("mean length"),
    /** Whether a headline is known. */
    HAS_HEADLINE("has headline");

    private final String label;

    Column(String label) {
      this.label = label;
    }

    /** The feature as explanations name it. */
    String label() {
      return label;
    }

    /** Its place in a row. */
    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order in a row
    int index() {
      return ordinal();
    }
  }

  /** How many numbers a row has. */
  public static final int COUNT = Column.values().length;

  /**
   * The longest stretch that is read as one piece. Positions in a longer text count from the start
   * of its chapters, even parts of at most this many candidates, lest its lead stand for all of it.
   */
  private static final int CHAPTER = 400;

  private static final int LEAD_SENTENCES = 2;
  private static final int TOP_WORDS = 10;

  private final int[] sentence;
  private final float[] values;
  private final Salience salience;
  private final Terms terms;

  private Features(Terms terms, int[] sentence, Salience salience) {
    this.terms = terms;
    this.sentence = sentence;
    this.values = new float[sentence.length * COUNT];
    this.salience = salience;
  }

  /** The features of a text's candidate sentences. */
  public static Features of(AnalyzedText text, Background background, WordModel words) {
    List<Sentence> sentences = text.sentences();
    int[] candidates = new int[sentences.size()];
    int count = 0;
    for (int s = 0; s < candidates.length; s++) {
      if (sentences.get(s).candidate()) {
        candidates[count++] = s;
      }
    }
    Features features =
        new Features(text.terms(), Arrays.copyOf(candidates, count), Salience.of(text, background));
    new Computation(text, features, words.probabilities(text, features.salience)).run();
    return features;
  }

  /** How many rows there are. */
  public int rows() {
    return sentence.length;
  }

  /** The sentence that a row describes, as an index among the text's sentences. */
  public int sentence(int row) {
    return sentence[row];
  }

  /** A number of the table. */
  public float value(int row, int column) {
    return values[row * COUNT + column];
  }

  /**
   * What two sentences have in common: the rarity of the words they share against that of the one
   * that has less, in [0,1].
   */
  public double overlap(int row, int other) {
    int[] a = distinct(row);
    int[] b = distinct(other);
    float[] weight = salience.rarity();
    double inA = 0;
    double inB = 0;
    double inBoth = 0;
    for (int term : a) {
      inA += weight[term];
    }
    int i = 0;
    for (int term : b) {
      inB += weight[term];
      while (i < a.length && a[i] < term) {
        i++;
      }
      if (i < a.length && a[i] == term) {
        inBoth += weight[term];
      }
    }
    double less = Math.min(inA, inB);
    return less > 0 ? inBoth / less : 0;
  }

  /** A number that rows of the same words share, and hardly any others. */
  long identity(int row) {
    long hash = 0;
    for (int t = terms.firstToken(sentence[row]); t < terms.firstToken(sentence[row] + 1); t++) {
      hash = (hash + terms.term(t) + 1) * 0x9e3779b97f4a7c15L;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  /** The distinct terms of a row, ascending. */
  private int[] distinct(int row) {
    int from = terms.firstToken(sentence[row]);
    int[] all = new int[terms.length(sentence[row])];
    for (int i = 0; i < all.length; i++) {
      all[i] = terms.term(from + i);
    }
    Arrays.sort(all);
    int count = 0;
    for (int term : all) {
      if (count == 0 || all[count - 1] != term) {
        all[count++] = term;
      }
    }
    return Arrays.copyOf(all, count);
  }

  /** All numbers, row by row. */
  float[] values() {
    return values;
  }

  Salience salience() {
    return salience;
  }

  private void set(int row, Column column, double value) {
    values[row * COUNT + column.index()] = (float) value;
  }

  private float get(int row, Column column) {
    return values[row * COUNT + column.index()];
  }

  /** The passes over one article. */
  private static final class Computation {
    private static final byte NONE = -1;

    private final AnalyzedText text;
    private final Terms terms;
    private final Features out;

    /** By term, the probability of standing in the summary. */
    private final float[] expected;

    private final Salience salience;
    private final int rows;

    /** By term, the index of its {@link Cues.Kind}, or -1. */
    private final byte[] kinds;

    Computation(AnalyzedText text, Features out, float[] expected) {
      this.text = text;
      this.expected = expected;
      this.terms = text.terms();
      this.out = out;
      this.salience = out.salience;
      this.rows = out.rows();
      this.kinds = kinds(terms);
    }

    @SuppressWarnings("EnumOrdinal") // an index for counting
    private static byte[] kinds(Terms terms) {
      byte[] kinds = new byte[terms.termCount()];
      for (int term = 0; term < kinds.length; term++) {
        kinds[term] = Cues.kind(terms.stem(term)).map(kind -> (byte) kind.ordinal()).orElse(NONE);
      }
      return kinds;
    }

    void run() {
      positions();
      similarities();
      wordPairs();
      for (int row = 0; row < rows; row++) {
        surface(row);
      }
      neighbors();
      rank(Column.LENGTH, Column.LENGTH_RANK);
      rank(Column.CENTRALITY, Column.CENTRALITY_RANK);
      rank(Column.DIRECTED_RANK, Column.DIRECTED_RANK);
      rank(Column.HEADLINE, Column.HEADLINE_RANK);
      rank(Column.SALIENCE, Column.SALIENCE_RANK);
      rank(Column.SALIENCE_SUM_RANK, Column.SALIENCE_SUM_RANK);
      rank(Column.EXPECTED, Column.EXPECTED_RANK);
      rank(Column.EXPECTED_SHARE, Column.EXPECTED_SHARE_RANK);
    }

    private void positions() {
      int words = 0;
      for (int row = 0; row < rows; row++) {
        words += length(row);
      }
      double mean = Math.max(words, 1) / (double) Math.max(rows, 1);
      boolean paragraphs = rows > 0 && !block(0).equals(block(rows - 1));
      int chapters = (rows + CHAPTER - 1) / CHAPTER;
      int chapter = (rows + chapters - 1) / Math.max(chapters, 1);
      int before = 0;
      int inParagraph = 0;
      for (int row = 0; row < rows; row++) {
        int inChapter = row % chapter;
        before = inChapter == 0 ? 0 : before;
        boolean opens = row == 0 || !block(row).equals(block(row - 1));
        inParagraph = opens ? 0 : inParagraph + 1;
        int length = length(row);
        out.set(row, Column.POSITION, Math.min(inChapter, 100));
        out.set(row, Column.RELATIVE_POSITION, inChapter / (double) chapter);
        out.set(row, Column.WORDS_BEFORE, Math.log1p(before));
        out.set(row, Column.PARAGRAPH_START, paragraphs && opens ? 1 : 0);
        out.set(row, Column.PARAGRAPH_POSITION, paragraphs ? Math.min(inParagraph, 20) : -1);
        out.set(row, Column.LENGTH, length);
        out.set(row, Column.RELATIVE_LENGTH, length / mean);
        out.set(row, Column.CANDIDATES, Math.log1p(rows));
        out.set(row, Column.MEAN_LENGTH, mean);
        before += length;
      }
    }

    private Block block(int row) {
      return text.sentences().get(out.sentence[row]).block();
    }

    private void similarities() {
      int termCount = terms.termCount();
      float[] weight = salience.rarity();
      float[] salient = salience.salience();
      double[] total = new double[termCount];
      double[] norm = new double[rows];
      int[] seenIn = new int[termCount];
      Arrays.fill(seenIn, -1);
      double centroidSquare = 0;
      int[] frequency = new int[termCount];
      for (int row = 0; row < rows; row++) {
        double square = 0;
        int s = out.sentence[row];
        for (int t = terms.firstToken(s); t < terms.firstToken(s + 1); t++) {
          int term = terms.term(t);
          frequency[term]++;
          if (seenIn[term] != row) {
            seenIn[term] = row;
            square += weight[term] * weight[term];
          }
        }
        norm[row] = square == 0 ? 1 : Math.sqrt(square);
      }
      Arrays.fill(seenIn, -1);
      for (int row = 0; row < rows; row++) {
        int s = out.sentence[row];
        for (int t = terms.firstToken(s); t < terms.firstToken(s + 1); t++) {
          int term = terms.term(t);
          if (seenIn[term] != row) {
            seenIn[term] = row;
            total[term] += weight[term] / norm[row];
          }
        }
      }
      double headlineWeight = 0;
      boolean headline = false;
      for (int term = 0; term < termCount; term++) {
        double w = weight[term] * frequency[term];
        centroidSquare += w * w;
        if (terms.inHeadline(term)) {
          headline = true;
          headlineWeight += weight[term];
        }
      }
      double centroidNorm = centroidSquare == 0 ? 1 : Math.sqrt(centroidSquare);
      boolean[] top = salience.top(TOP_WORDS);
      boolean[] inLead = new boolean[termCount];
      double leadSquare = 0;
      double[] before = new double[termCount];
      int[] lastSeen = new int[termCount];
      Arrays.fill(lastSeen, -1);
      Arrays.fill(seenIn, -1);
      for (int row = 0; row < rows; row++) {
        int s = out.sentence[row];
        double centroid = 0;
        double preceding = 0;
        double all = 0;
        double lead = 0;
        double covered = 0;
        double salienceSum = 0;
        double raritySum = 0;
        double fresh = 0;
        double introduced = 0;
        double distinctWeight = 0;
        double previous = 0;
        double expectedSum = 0;
        double expectedNew = 0;
        int tops = 0;
        int content = 0;
        int stops = 0;
        for (int t = terms.firstToken(s); t < terms.firstToken(s + 1); t++) {
          int term = terms.term(t);
          if (terms.stopWord(term)) {
            stops++;
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
          centroid += w * w * frequency[term];
          preceding += w * before[term];
          all += w * total[term];
          distinctWeight += w;
          raritySum += w;
          salienceSum += salient[term];
          expectedSum += expected[term];
          if (inLead[term]) {
            lead += w * w;
          }
          if (terms.inHeadline(term)) {
            covered += w;
          }
          if (top[term]) {
            tops++;
          }
          if (isNew) {
            fresh += w;
            expectedNew += expected[term];
            if (frequency[term] > 1) {
              introduced += salient[term];
            }
          }
          before[term] += w / norm[row];
        }
        preceding /= norm[row];
        double following = all / norm[row] - preceding - 1;
        out.set(row, Column.CENTRALITY, centroid / (norm[row] * centroidNorm));
        double precedingMean = row == 0 ? 0 : preceding / row;
        double followingMean = row == rows - 1 ? 0 : Math.max(0, following / (rows - 1 - row));
        out.set(row, Column.PRECEDING, precedingMean);
        out.set(row, Column.FOLLOWING, followingMean);
        out.set(row, Column.DIRECTED_RANK, (following - preceding) / rows);
        out.set(row, Column.LEAD, leadSquare == 0 ? 0 : lead / (norm[row] * Math.sqrt(leadSquare)));
        out.set(row, Column.HEADLINE, headlineWeight == 0 ? 0 : covered / headlineWeight);
        out.set(row, Column.HAS_HEADLINE, headline ? 1 : 0);
        out.set(row, Column.SALIENCE, salienceSum / Math.max(content, 1));
        out.set(row, Column.SALIENCE_SUM_RANK, salienceSum);
        out.set(row, Column.TOP_WORDS, tops / (double) TOP_WORDS);
        out.set(row, Column.RARITY, raritySum / Math.max(content, 1));
        out.set(row, Column.NOVELTY, distinctWeight == 0 ? 0 : fresh / distinctWeight);
        out.set(row, Column.INTRODUCED, salienceSum == 0 ? 0 : introduced / salienceSum);
        out.set(row, Column.EXPECTED, expectedSum);
        out.set(row, Column.EXPECTED_SHARE, expectedSum / Math.max(stops + content, 1));
        out.set(row, Column.EXPECTED_NEW, expectedNew);
        out.set(row, Column.STOP_WORDS, stops / (double) Math.max(stops + content, 1));
        double similarity = row == 0 ? 0 : previous / (norm[row] * norm[row - 1]);
        out.set(row, Column.PREVIOUS, similarity);
        if (row > 0) {
          out.set(row - 1, Column.NEXT, similarity);
        }
        if (row < LEAD_SENTENCES) {
          for (int t = terms.firstToken(s); t < terms.firstToken(s + 1); t++) {
            int term = terms.term(t);
            if (!inLead[term]) {
              inLead[term] = true;
              leadSquare += weight[term] * weight[term];
            }
          }
        }
      }
    }

    /** Word pairs are counted by hash; a rare collision costs nothing but a little precision. */
    private void wordPairs() {
      int size = Integer.highestOneBit(Math.max(16, terms.tokenCount())) * 4;
      byte[] seen = new byte[size];
      for (int row = 0; row < rows; row++) {
        int s = out.sentence[row];
        for (int t = terms.firstToken(s) + 1; t < terms.firstToken(s + 1); t++) {
          int slot = pair(t, size);
          seen[slot] = (byte) Math.min(2, seen[slot] + 1);
        }
      }
      for (int row = 0; row < rows; row++) {
        int s = out.sentence[row];
        int repeated = 0;
        for (int t = terms.firstToken(s) + 1; t < terms.firstToken(s + 1); t++) {
          if (seen[pair(t, size)] > 1) {
            repeated++;
          }
        }
        out.set(row, Column.REPEATED_PAIRS, repeated / (double) Math.max(1, terms.length(s) - 1));
      }
    }

    private int pair(int token, int size) {
      int h = terms.term(token - 1) * 0x9e3779b1 + terms.term(token) * 0x85ebca6b;
      return (h ^ h >>> 15) & (size - 1);
    }

    private void surface(int row) {
      int s = out.sentence[row];
      Sentence sentence = text.sentences().get(s);
      String all = text.article().text();
      int first = terms.firstToken(s);
      int names = 0;
      int newNames = 0;
      int numbers = 0;
      int[] ofKind = new int[Cues.Kind.values().length];
      for (int t = first; t < terms.firstToken(s + 1); t++) {
        char c = all.charAt(terms.start(t));
        if (t > first && Character.isUpperCase(c)) {
          names++;
          if (salience.firstToken(terms.term(t)) == t) {
            newNames++;
          }
        } else if (c >= '0' && c <= '9') {
          numbers++;
        }
        int kind = kinds[terms.term(t)];
        if (kind >= 0) {
          ofKind[kind]++;
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
      out.set(row, Column.NAMES, names / length);
      out.set(row, Column.NEW_NAMES, newNames);
      out.set(row, Column.NUMBERS, numbers);
      out.set(row, Column.QUOTED, quoted / (double) (sentence.end() - sentence.start()));
      out.set(row, Column.OPENS_QUOTED, Cues.quotationMark(all.charAt(sentence.start())) ? 1 : 0);
      char last = Cues.lastMark(all, sentence.start(), sentence.end());
      out.set(row, Column.COMPLETE, last == '.' || last == '!' || last == '?' ? 1 : 0);
      out.set(row, Column.QUESTION, last == '?' ? 1 : 0);
      out.set(row, Column.ASIDES, asides);
      out.set(row, Column.COMMAS, commas);
      out.set(row, Column.OPENING, length(row) == 0 ? 0 : Cues.opening(word(first)).leaning());
      out.set(row, Column.PERSONAL, ofKind[0] / length);
      out.set(row, Column.SPEECH, ofKind[1]);
      out.set(row, Column.PICTURE, ofKind[2]);
      out.set(row, Column.DAY, ofKind[3]);
    }

    private int length(int row) {
      return terms.length(out.sentence[row]);
    }

    private String word(int token) {
      return text.article().text().substring(terms.start(token), terms.end(token));
    }

    private void neighbors() {
      for (int row = 1; row < rows; row++) {
        out.set(row, Column.PREVIOUS_LENGTH, out.get(row - 1, Column.LENGTH));
        out.set(row, Column.PREVIOUS_QUOTED, out.get(row - 1, Column.QUOTED));
      }
    }

    /** Replaces a column by the share of rows with a higher value; ties rank alike. */
    private void rank(Column from, Column to) {
      float[] sorted = new float[rows];
      for (int row = 0; row < rows; row++) {
        sorted[row] = out.get(row, from);
      }
      float[] original = sorted.clone();
      Arrays.sort(sorted);
      for (int row = 0; row < rows; row++) {
        out.set(row, to, higher(sorted, original[row]) / (double) rows);
      }
    }

    private static int higher(float[] sorted, float value) {
      int low = 0;
      int high = sorted.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (sorted[middle] > value) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return sorted.length - low;
    }
  }
}
