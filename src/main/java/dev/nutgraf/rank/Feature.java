package dev.nutgraf.rank;

/** The features of a sentence, in the order in which they stand in its row. */
enum Feature {
  /** Candidates before it in its segment, at most 100. */
  POSITION("position"),
  /** Share of its segment before it. */
  RELATIVE_POSITION("relative position"),
  /** Logarithm of the words before it in its segment. */
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
  /** Mean idf of its words in the language. */
  IDF("inverse document frequency"),
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
  /** Ends as a sentence does: 2; with a stop set off by a space, as captions are closed: 1. */
  COMPLETE("complete"),
  /** Whether it opens with a label and a colon, as captions do. */
  LABEL("opens with label"),
  /** Whether it is a question. */
  QUESTION("question"),
  /** Parentheses, dashes and colons. */
  ASIDES("asides"),
  /** Commas. */
  COMMAS("commas"),
  /** Opens with a word that anaphoric on what was said before: 1 a pronoun, 2 a connective. */
  ANAPHORIC_OPENING("anaphoric opening"),
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

  Feature(String label) {
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
