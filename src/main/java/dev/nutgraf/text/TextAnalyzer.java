package dev.nutgraf.text;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.Block;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.lexicon.Lexicon;
import dev.nutgraf.lexicon.Lexicons;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Splits articles into sentences and words. Thread-safe. The lexicon of a language is loaded with
 * the first article in it.
 */
public final class TextAnalyzer {
  /** What the smallest function has memory for. A 50 MB article of English prose has fewer. */
  static final int MAX_WORDS = 10_000_000;

  /** The same for a text with characters beyond Latin-1, which takes twice the memory. */
  private static final int MAX_WORDS_OF_WIDE_TEXT = 8_000_000;

  /** Characters of English prose per word, the space included. */
  private static final int CHARS_PER_TOKEN = 6;

  private static final int MIN_TOKENS = 16;
  private static final char MAX_LATIN_1 = 0xFF;

  private final Lexicons lexicons = new Lexicons();
  private final BoundaryModel model = BoundaryModel.load();
  private final LanguageDetector detector = new LanguageDetector(lexicons);

  /** Returns the checksum of the boundary model, eight hex digits. */
  public String modelChecksum() {
    return model.checksum();
  }

  /**
   * Analyzes an article in time linear in its length.
   *
   * @throws ArticleRejectedException if it has more than {@value Article#MAX_SENTENCES} sentences
   *     or {@value #MAX_WORDS} words, {@value #MAX_WORDS_OF_WIDE_TEXT} with characters beyond
   *     Latin-1
   */
  public AnalyzedText analyze(Article article) {
    String language =
        detector.detect(article.text(), article.metadata().inLanguage().map(MetadataField::value));
    // Other languages share many English abbreviations, so English stands in for an unknown one.
    Lexicon lexicon = lexicons.get(language.equals(LanguageDetector.UNKNOWN) ? "en" : language);
    List<Sentence> whole = BrokenSentences.join(article.text(), sentences(article, lexicon));
    List<Sentence> marked = CaptionFinder.mark(article.text(), article.blocks(), whole, lexicon);
    List<Sentence> sentences = IncompleteSentences.setApart(article.text(), marked);
    Terms terms = terms(article, sentences, lexicon);
    return new AnalyzedText(article, language, lexicon, sentences, terms);
  }

  private List<Sentence> sentences(Article article, Lexicon lexicon) {
    List<Sentence> sentences = new ArrayList<>();
    SentenceSplitter splitter = new SentenceSplitter(article.text(), lexicon, model);
    for (Block block : article.blocks()) {
      splitter.split(
          block.start(),
          block.end(),
          (start, end) -> {
            if (sentences.size() == Article.MAX_SENTENCES) {
              throw ArticleRejectedException.tooMany("sentences", Article.MAX_SENTENCES);
            }
            sentences.add(new Sentence(start, end, block));
          });
    }
    return sentences;
  }

  private static Terms terms(Article article, List<Sentence> sentences, Lexicon lexicon) {
    String text = article.text();
    boolean elides = lexicon.elides();
    TermIndex index = new TermIndex(text, lexicon, Stemmer.of(lexicon.language()));
    WordScanner scanner = new WordScanner(text, elides);
    Tokens tokens = new Tokens(text.length() / CHARS_PER_TOKEN + MIN_TOKENS, maxWords(text));
    int[] first = new int[sentences.size() + 1];
    for (int s = 0; s < sentences.size(); s++) {
      Sentence sentence = sentences.get(s);
      scanner.scan(
          sentence.start(),
          sentence.end(),
          (start, end) -> tokens.add(index.add(start, end), start, end));
      first[s + 1] = tokens.size;
    }
    boolean[] inHeadline = new boolean[index.size()];
    article
        .metadata()
        .headline()
        .ifPresent(
            headline ->
                new WordScanner(headline.value(), elides)
                    .scan(
                        0,
                        headline.value().length(),
                        (start, end) -> {
                          int term = index.find(headline.value(), start, end);
                          if (term >= 0) {
                            inHeadline[term] = true;
                          }
                        }));
    return new Terms(
        first, tokens.term, tokens.start, tokens.end, index.stems(), index.stopWords(), inHeadline);
  }

  private static int maxWords(String text) {
    return text.length() > MAX_WORDS_OF_WIDE_TEXT && isWide(text)
        ? MAX_WORDS_OF_WIDE_TEXT
        : MAX_WORDS;
  }

  private static boolean isWide(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) > MAX_LATIN_1) {
        return true;
      }
    }
    return false;
  }

  /** The columns of the tokens, which grow by half if the estimated capacity is too small. */
  private static final class Tokens {
    private int[] term;
    private int[] start;
    private int[] end;
    private final int limit;
    private int size;

    Tokens(int estimate, int limit) {
      this.limit = limit;
      int capacity = Math.min(limit, estimate);
      term = new int[capacity];
      start = new int[capacity];
      end = new int[capacity];
    }

    void add(int termOfToken, int startOfToken, int endOfToken) {
      if (size == limit) {
        throw ArticleRejectedException.tooMany("words", limit);
      }
      if (size == term.length) {
        int capacity = Math.min(limit, size + (size >> 1));
        term = Arrays.copyOf(term, capacity);
        start = Arrays.copyOf(start, capacity);
        end = Arrays.copyOf(end, capacity);
      }
      term[size] = termOfToken;
      start[size] = startOfToken;
      end[size++] = endOfToken;
    }
  }
}
