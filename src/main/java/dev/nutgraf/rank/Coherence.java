package dev.nutgraf.rank;

import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.SentenceTerminators;
import dev.nutgraf.lexicon.Lexicon;
import dev.nutgraf.lexicon.Lexicon.Cue;
import dev.nutgraf.lexicon.Lexicon.Opening;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.LostCharacters;
import dev.nutgraf.text.Sentence;
import dev.nutgraf.text.Terms;

/**
 * What each candidate sentence needs beside it to make sense, and what it would cost a summary not
 * to have it. Readers reject a summary for such a fault even if it holds the right facts, whereas
 * ROUGE doesn't notice.
 *
 * <ul>
 *   <li>A sentence that refers back needs the one before it: it opens with a pronoun, a connective
 *       or a description of what was just told ({@code The move ...}); or its first words outside
 *       quotation marks are a pronoun ({@code "...," she said}); or it has a demonstrative that
 *       stands for a whole sentence ({@code The company put this down to ...}); or it answers a
 *       question; or it is an item of a numbered list.
 *   <li>The sentences of a quotation need each other, also where it goes on in the next paragraph.
 *   <li>A sentence that the next one takes back ({@code But ...}) needs that.
 *   <li>A bare name ({@code Hallam}) needs the sentence that introduces it ({@code Mayor Ruth
 *       Hallam}).
 *   <li>A question or a fragment is no statement, whatever stands beside it.
 * </ul>
 *
 * <p>All of it is read from quotation marks, capitals and single words of the language's lexicon,
 * in time linear in the length of the text.
 */
public final class Coherence {
  private static final int REFERS_BACK = 1;
  private static final int QUOTES_ON = 2;
  private static final int QUOTE_GOES_ON = 4;
  private static final int BROKEN_QUOTE = 8;
  private static final int TAKEN_BACK = 16;
  private static final int NO_STATEMENT = 32;
  private static final int HAS_QUOTATION = 64;
  private static final int QUESTION = 128;

  /** Words of the shortest statement. */
  private static final int MIN_WORDS = 5;

  /** Sentences left out beyond which a greater distance costs no more. */
  private static final int MAX_LEFT_OUT = 15;

  /** Share of capitalized words above which capitals don't tell names from nouns, as in German. */
  private static final double MAX_CAPITALIZED = 0.3;

  private static final int NONE = -1;

  private final AnalyzedText text;
  private final String all;
  private final Terms terms;
  private final TermUses uses;
  private final Cues cues;

  /** By row, the index of its sentence. */
  private final int[] sentence;

  private final int[] kinds;
  private final int[] introduction;

  private Coherence(AnalyzedText text, int[] sentence, TermUses uses, Cues cues) {
    this.text = text;
    this.all = text.article().text();
    this.terms = text.terms();
    this.sentence = sentence;
    this.uses = uses;
    this.cues = cues;
    this.kinds = new int[sentence.length];
    this.introduction = new int[sentence.length];
  }

  static Coherence of(AnalyzedText text, int[] sentence, TermUses uses, Cues cues) {
    Coherence coherence = new Coherence(text, sentence, uses, cues);
    coherence.quotations();
    coherence.statements();
    coherence.references();
    coherence.introductions();
    return coherence;
  }

  /** Returns whether the sentence makes sense only with the one before. */
  boolean needsPrevious(int row) {
    return row > 0 && has(row, REFERS_BACK | QUOTES_ON);
  }

  /** Returns whether the sentence makes sense only with the one after. */
  boolean needsNext(int row) {
    return row + 1 < kinds.length && has(row, QUOTE_GOES_ON | TAKEN_BACK);
  }

  /** Returns the row that introduces a name of the sentence, or -1 if it needs none. */
  int introduction(int row) {
    return introduction[row];
  }

  /** Returns what the sentence costs whatever is chosen beside it. */
  double alone(int row, Prices prices) {
    return (has(row, NO_STATEMENT) ? prices.statement() : 0)
        + (has(row, BROKEN_QUOTE) ? prices.quotation() : 0);
  }

  /** Returns what the sentence costs if the one before isn't chosen. */
  double withoutPrevious(int row, Prices prices) {
    return row == 0
        ? 0
        : (has(row, REFERS_BACK) ? prices.dangling() : 0)
            + (has(row, QUOTES_ON) ? prices.quotation() : 0);
  }

  /**
   * Returns what a row costs for the sentences left out before it: the farther apart two sentences
   * are, the less likely the second follows from the first.
   *
   * @param previous the chosen row before it, or -1 if there is none
   */
  static double distance(int previous, int row, Prices prices) {
    return prices.distance() * Math.min(row - previous - 1, MAX_LEFT_OUT);
  }

  /** Returns what the sentence costs if the one after isn't chosen. */
  double withoutNext(int row, Prices prices) {
    return (has(row, QUOTE_GOES_ON) ? prices.quotation() : 0)
        + (has(row, TAKEN_BACK) ? prices.reversal() : 0);
  }

  /**
   * Returns what the faults of a summary cost.
   *
   * @param rows its sentences, ascending
   */
  public double price(int[] rows, Prices prices) {
    double price = 0;
    for (int i = 0; i < rows.length; i++) {
      int row = rows[i];
      price += alone(row, prices);
      int previous = i == 0 ? NONE : rows[i - 1];
      price += distance(previous, row, prices);
      if (i == 0 || previous < row - 1) {
        price += withoutPrevious(row, prices);
      }
      if (i + 1 == rows.length || rows[i + 1] > row + 1) {
        price += withoutNext(row, prices);
      }
      if (introduction[row] != NONE && !contains(rows, i, introduction[row])) {
        price += prices.introduction();
      }
    }
    return price;
  }

  private static boolean contains(int[] rows, int to, int row) {
    for (int i = 0; i < to; i++) {
      if (rows[i] == row) {
        return true;
      }
    }
    return false;
  }

  private boolean has(int row, int kind) {
    return (kinds[row] & kind) != 0;
  }

  private Sentence sentence(int row) {
    return text.sentences().get(sentence[row]);
  }

  private int first(int row) {
    return terms.firstToken(sentence[row]);
  }

  private int end(int row) {
    return terms.firstToken(sentence[row] + 1);
  }

  private void references() {
    BackReferences references = new BackReferences(text, uses, cues);
    for (int row = 1; row < kinds.length; row++) {
      Opening opening = references.opening(first(row), end(row));
      if (opening != Opening.PLAIN || answers(row) || refersBack(row, references)) {
        kinds[row] |= REFERS_BACK;
      }
      if (opening == Opening.CONTRAST && adjoins(row) && !has(row, QUESTION)) {
        kinds[row - 1] |= TAKEN_BACK;
      }
    }
  }

  private boolean refersBack(int row, BackReferences references) {
    return !has(row, QUOTES_ON)
        && references.referBack(sentence(row), has(row, HAS_QUOTATION), first(row), end(row));
  }

  /** Returns whether no other sentence stands between the row and the one before. */
  private boolean adjoins(int row) {
    return sentence[row] == sentence[row - 1] + 1;
  }

  /** Returns whether a question stands directly before it in its paragraph. */
  private boolean answers(int row) {
    return has(row - 1, QUESTION)
        && adjoins(row)
        && sentence(row).block().start() == sentence(row - 1).block().start();
  }

  private void quotations() {
    Quotations marks = new Quotations();
    for (int row = 0; row < kinds.length; row++) {
      Sentence sentence = sentence(row);
      if (row > 0 && marks.isOpen()) {
        boolean sameParagraph = sentence.block().start() == sentence(row - 1).block().start();
        boolean opensAgain =
            !sameParagraph && Punctuation.isQuotationMark(all.charAt(sentence.start()));
        boolean goesOn =
            adjoins(row) && (sameParagraph || opensAgain || marks.closeNext(all, sentence.start()));
        if (goesOn) {
          kinds[row - 1] |= QUOTE_GOES_ON;
          kinds[row] |= QUOTES_ON;
        } else {
          kinds[row - 1] |= BROKEN_QUOTE;
        }
        if (!goesOn || opensAgain) {
          marks.reset();
        }
      }
      if (marks.read(all, sentence.start(), sentence.end())) {
        kinds[row] |= HAS_QUOTATION;
      }
      if (marks.closedUnopened()) {
        kinds[row] |= BROKEN_QUOTE;
      }
    }
    if (kinds.length > 0 && marks.isOpen()) {
      kinds[kinds.length - 1] |= BROKEN_QUOTE;
    }
  }

  private void statements() {
    int stopped = 0;
    for (int row = 0; row < kinds.length; row++) {
      stopped += SentenceTerminators.isTerminator(lastMark(row)) ? 1 : 0;
    }
    // Some scripts write no stops.
    boolean stops = 2 * stopped > kinds.length;
    boolean asks = !LostCharacters.areIn(all);
    for (int row = 0; row < kinds.length; row++) {
      char last = lastMark(row);
      if (asks && SentenceTerminators.isQuestionMark(last)) {
        kinds[row] |= QUESTION | NO_STATEMENT;
      }
      if ((stops && !SentenceTerminators.isTerminator(last)) || end(row) - first(row) < MIN_WORDS) {
        kinds[row] |= NO_STATEMENT;
      }
    }
  }

  private char lastMark(int row) {
    Sentence sentence = sentence(row);
    return all.charAt(SentenceTerminators.lastBeforeClosers(all, sentence.start(), sentence.end()));
  }

  private void introductions() {
    boolean capitalsTellNames = uses.shareOfCapitals() < MAX_CAPITALIZED;
    for (int row = 0; row < kinds.length; row++) {
      introduction[row] = capitalsTellNames ? findIntroduction(row) : NONE;
    }
  }

  private int findIntroduction(int row) {
    for (int token = first(row); token < end(row); token++) {
      int term = terms.term(token);
      int before = uses.firstToken(term);
      if (isCapitalized(token)
          && !terms.isStopWord(term)
          && before < first(row)
          && !terms.isInHeadline(term)
          && !isPartOfName(row, token)
          && !attributes(row, token)
          && before > first(uses.firstRow(term))
          && joins(before - 1, before)
          && isCapitalized(before - 1)
          && isCapitalized(before)
          && !terms.isStopWord(terms.term(before - 1))) {
        return uses.firstRow(term);
      }
    }
    return NONE;
  }

  /** Returns whether another capitalized word stands beside the token, {@code Mr} aside. */
  private boolean isPartOfName(int row, int token) {
    return (token > first(row)
            && isCapitalized(token - 1)
            && joins(token - 1, token)
            && !terms.isStopWord(terms.term(token - 1))
            && !isTitle(token - 1))
        || (token + 1 < end(row) && isCapitalized(token + 1) && joins(token, token + 1));
  }

  /** Returns whether the name ends the sentence as its source: {@code Hallam said}. */
  private boolean attributes(int row, int token) {
    int last = end(row) - 1;
    return (token == last && cues.is(token - 1, Cue.SPEECH))
        || (token == last - 1 && cues.is(last, Cue.SPEECH));
  }

  private boolean isTitle(int token) {
    return (text.lexicon().kinds(all, terms.start(token), terms.end(token)) & Lexicon.TITLE) != 0;
  }

  private boolean joins(int token, int next) {
    return terms.start(next) - terms.end(token) == 1;
  }

  private boolean isCapitalized(int token) {
    return Character.isUpperCase(all.charAt(terms.start(token)));
  }
}
