package dev.nutgraf.rank;

/**
 * Features of a sentence, in the order of the columns. Similarities are cosines of vectors of
 * inverse document frequencies. A rank is the share of the candidates with a higher value, so 0 is
 * the best. The directed centrality is that of PacSum (H. Zheng and M. Lapata, ACL 2019).
 */
enum Feature {
  /** Candidates before it in its segment, up to 100. */
  POSITION("position"),
  /** Share of its segment that precedes it. */
  RELATIVE_POSITION("relative position"),
  /** Logarithm of one plus the words before it in its segment. */
  WORDS_BEFORE("words before"),
  /** Candidates before it in its paragraph, up to 20; -1 in an article of one paragraph. */
  PARAGRAPH_POSITION("position in paragraph"),
  /** Number of words. */
  LENGTH("length"),
  /** Number of words relative to the article's mean. */
  RELATIVE_LENGTH("relative length"),
  /** Rank by length. */
  LENGTH_RANK("length rank"),
  /** Similarity to the whole article. */
  CENTRALITY("centrality"),
  /** Rank by centrality. */
  CENTRALITY_RANK("centrality rank"),
  /** Mean similarity to the sentences before it. */
  PRECEDING("similarity to preceding"),
  /** Mean similarity to the sentences after it. */
  FOLLOWING("similarity to following"),
  /** Rank by summed similarity to the sentences after it minus that to those before. */
  DIRECTED_RANK("directed centrality rank"),
  /** Similarity to those of the first two candidates that precede it. */
  LEAD("similarity to lead"),
  /** Share of the headline's terms that it contains, by inverse document frequency. */
  HEADLINE("headline covered"),
  /** Rank by the share of the headline. */
  HEADLINE_RANK("headline rank"),
  /** Mean salience of its content words. */
  SALIENCE("salience"),
  /** Rank by mean salience. */
  SALIENCE_RANK("salience rank"),
  /** Rank by summed salience. */
  SALIENCE_SUM_RANK("salience sum rank"),
  /** Share of the article's ten most salient terms that it contains. */
  TOP_WORDS("top words"),
  /** Mean inverse document frequency of its content words. */
  IDF("inverse document frequency"),
  /** Share of its pairs of adjacent words that the article repeats. */
  REPEATED_PAIRS("repeated word pairs"),
  /** Share of its terms that no earlier sentence contains, by inverse document frequency. */
  NOVELTY("new words"),
  /** Share of its salience in terms that it introduces and the article repeats. */
  INTRODUCED("introduced words"),
  /** Share of stop words. */
  STOP_WORDS("stop words"),
  /** Words after the first that start with a capital, relative to all. */
  NAMES("names"),
  /** Number of names that no earlier sentence contains. */
  NEW_NAMES("new names"),
  /** Number of words that start with a digit. */
  NUMBERS("numbers"),
  /** Share of its characters between quotation marks. */
  QUOTED("quoted"),
  /** 1 if it opens with a quotation mark. */
  OPENS_QUOTED("opens with quotation"),
  /** Number of parentheses, dashes, colons and semicolons. */
  ASIDES("asides"),
  /** Number of commas. */
  COMMAS("commas"),
  /** Share of words of the first or second person. */
  PERSONAL("personal words"),
  /** Number of verbs of speech. */
  SPEECH("words of saying"),
  /** Number of words that name a day. */
  DAY("names of days"),
  /** Expected number of its terms that occur in the summary ({@link WordModel}). */
  EXPECTED("expected words"),
  /** Rank by the expected number. */
  EXPECTED_RANK("expected words rank"),
  /** Expected number relative to its words. */
  EXPECTED_SHARE("expected share"),
  /** Rank by the expected share. */
  EXPECTED_SHARE_RANK("expected share rank"),
  /** Expected number of terms that no earlier sentence contains. */
  EXPECTED_NEW("expected new words"),
  /** Similarity to the sentence before it. */
  PREVIOUS("similarity to previous"),
  /** Similarity to the sentence after it. */
  NEXT("similarity to next"),
  /** Number of words of the sentence before it. */
  PREVIOUS_LENGTH("length of previous"),
  /** Quoted share of the sentence before it. */
  PREVIOUS_QUOTED("previous quoted"),
  /** Logarithm of one plus the number of candidates. */
  CANDIDATES("candidates"),
  /** Mean number of words of a candidate. */
  MEAN_LENGTH("mean length");

  private final String label;

  Feature(String label) {
    this.label = label;
  }

  /** Returns the name in metadata.json; part of the published format. */
  String label() {
    return label;
  }

  /** Returns its column. */
  @SuppressWarnings("EnumOrdinal") // the order of declaration is the order in a row
  int index() {
    return ordinal();
  }
}
