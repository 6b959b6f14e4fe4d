package dev.nutgraf.text;

import dev.nutgraf.chars.Letters;
import dev.nutgraf.lexicon.Lexicon;
import dev.nutgraf.lexicon.Lexicons;
import dev.nutgraf.lexicon.StopWords;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Detects the language of a text. Thread-safe.
 *
 * <p><b>Idea.</b> The script leaves one language or a few. Among these, stop words decide, because
 * they make up a third to a half of any prose; the letters beyond the basic alphabet separate
 * languages that share stop words. A word or letter counts the more, the fewer of the languages
 * have it.
 *
 * <p><b>Order of the rules</b>
 *
 * <ol>
 *   <li>A declared language is believed if it is plausible: of the text's script, and with a
 *       minimal share of its stop words where other languages share the script.
 *   <li>A script of one language gives that language, and a text without known letters none.
 *   <li>English, the likeliest, is tested alone by a share of stop words that no other language
 *       reaches in its own prose, so that an English article loads no other language's lexicon.
 *   <li>A short text in the basic alphabet isn't in a rarer language that is rich in other letters.
 *       One or two words that happen to be its stop words would decide else: {@code ten} and {@code
 *       bus} are Lithuanian. For the same reason, a likelier language needs less evidence there.
 *   <li>The language with the highest score wins. A text in which no stop word and no letter speaks
 *       for any language has none.
 * </ol>
 *
 * <p>The thresholds and weights were set by hand on the development sets of Universal Dependencies;
 * docs/sentences.md has the accuracy. Only a sample from the start and one from the middle of the
 * text are read, so the cost doesn't depend on its length.
 */
final class LanguageDetector {
  /** The tag of BCP 47 for an undetermined language. */
  static final String UNKNOWN = AnalyzedText.UNKNOWN;

  /** Characters of each of the two samples. */
  private static final int SAMPLE = 1000;

  /** The share of stop words among all words that proves a language. */
  private static final double MIN_CERTAIN_SHARE = 0.36;

  /** The share of stop words that makes a declared language plausible. */
  private static final double MIN_PLAUSIBLE_SHARE = 0.15;

  /** Fewer words neither prove nor refute a language. */
  private static final int MIN_WORDS = 12;

  /** The weight of a stop word, in addition to its share for each language that has it. */
  private static final double STOP_WORD_WEIGHT = 0.3;

  /** The weight of a letter beyond the basic alphabet, divided among the languages that use it. */
  private static final double LETTER_WEIGHT = 0.6;

  /** The weight for English of an ending after an apostrophe: {@code Tom's}, {@code we'll}. */
  private static final double APOSTROPHE_WEIGHT = 1;

  /** The endings of contracted verbs that no other language has after an apostrophe. */
  private static final Set<String> CONTRACTIONS = Set.of("ll", "re", "ve");

  /** The penalty for a letter that the language doesn't use but another one does. */
  private static final double FOREIGN_LETTER_PENALTY = 0.3;

  /** The penalty of a short text's language for each likelier one of its script. */
  private static final double RANK_PENALTY = 0.02;

  /** Fewer words leave a language that is rich in letters a fair chance to need none of them. */
  private static final int MIN_WORDS_WITH_LETTERS = 5;

  /** Letters beyond the basic alphabet that make a language rich in them. */
  private static final int MIN_RICH_LETTERS = 8;

  /** Languages at the head of a script's list that are believed without letters of their own. */
  private static final int FREQUENT_LANGUAGES = 12;

  private final Lexicons lexicons;

  /** The stop words of the candidates of a script, by these candidates. */
  private final Map<List<String>, StopWords> stopWordsOf = new ConcurrentHashMap<>();

  LanguageDetector(Lexicons lexicons) {
    this.lexicons = lexicons;
  }

  /**
   * Detects the language.
   *
   * @param declared the BCP 47 tag that the article gives, in any spelling
   * @return the primary language subtag, or {@link #UNKNOWN}
   */
  String detect(String text, Optional<String> declared) {
    Sample sample = new Sample(text);
    Script script = Script.of(sample.text);
    List<String> candidates = script.languages();
    if (declared.isPresent() && isPlausible(primary(declared.get()), script, sample)) {
      return primary(declared.get());
    }
    if (candidates.size() <= 1) {
      return candidates.isEmpty() ? UNKNOWN : candidates.get(0);
    }
    String first = candidates.get(0);
    if (script == Script.LATIN
        && sample.words >= MIN_WORDS
        && share(sample, first) >= MIN_CERTAIN_SHARE) {
      return first;
    }
    return best(sample, candidates);
  }

  /**
   * The primary subtag in lower case. Deprecated tags become their replacements, and a language
   * without a lexicon becomes the close relative that has one.
   */
  private static String primary(String tag) {
    StringBuilder language = new StringBuilder();
    for (int i = 0; i < tag.length() && Letters.isLetter(tag.charAt(i)); i++) {
      language.append(Letters.fold(tag.charAt(i)));
    }
    return switch (language.toString()) {
      case "no", "nn" -> "nb";
      case "iw" -> "he";
      case "in", "ms" -> "id";
      case "bs" -> "hr";
      case "fil" -> "tl";
      default -> language.toString();
    };
  }

  private boolean isPlausible(String language, Script script, Sample sample) {
    if (script.languages().contains(language)) {
      return script.languages().size() == 1
          || sample.words < MIN_WORDS
          || share(sample, language) >= MIN_PLAUSIBLE_SHARE;
    }
    // A language without a lexicon is refuted only by certain English.
    return (language.length() == 2 || language.length() == 3)
        && Script.ALL.stream().noneMatch(other -> other.languages().contains(language))
        && share(sample, "en") < MIN_CERTAIN_SHARE;
  }

  private double share(Sample sample, String language) {
    Lexicon lexicon = lexicons.get(language);
    int hits = 0;
    for (int word = 0; word < sample.words; word++) {
      hits += isStopWord(lexicon, sample, word) ? 1 : 0;
    }
    return (double) hits / Math.max(1, sample.words);
  }

  /** The candidate with the highest score by its stop words and letters, or {@link #UNKNOWN}. */
  private String best(Sample sample, List<String> candidates) {
    int count = candidates.size();
    Lexicon[] known = new Lexicon[count];
    for (int language = 0; language < count; language++) {
      known[language] = lexicons.get(candidates.get(language));
    }
    StopWords stopWords =
        stopWordsOf.computeIfAbsent(candidates, languages -> new StopWords(List.of(known)));
    double[] score = new double[count];
    int english = candidates.indexOf("en");
    if (english >= 0) {
      score[english] = APOSTROPHE_WEIGHT * sample.endings;
    }
    for (int word = 0; word < sample.words; word++) {
      long holders = stopWords.languages(sample.text, sample.start[word], sample.end[word]);
      double weight = STOP_WORD_WEIGHT + 1.0 / Long.bitCount(holders);
      for (long left = holders; left != 0; left &= left - 1) {
        score[Long.numberOfTrailingZeros(left)] += weight;
      }
    }
    boolean basic = true;
    boolean[] holds = new boolean[count];
    for (int i = 0; i < sample.text.length(); i++) {
      char c = Letters.fold(sample.text.charAt(i));
      if (c < 0x80 || !Letters.isLetter(c)) {
        continue;
      }
      basic = false;
      int holders = 0;
      for (int language = 0; language < count; language++) {
        holds[language] = known[language].usesLetter(c);
        holders += holds[language] ? 1 : 0;
      }
      for (int language = 0; language < count && holders > 0; language++) {
        score[language] += holds[language] ? LETTER_WEIGHT / holders : -FOREIGN_LETTER_PENALTY;
      }
    }
    boolean isShort = sample.words < MIN_WORDS;
    boolean needsLetters = basic && isShort && sample.words >= MIN_WORDS_WITH_LETTERS;
    String best = UNKNOWN;
    double most = Double.NEGATIVE_INFINITY;
    for (int language = 0; language < count; language++) {
      double weighed = score[language] - (isShort ? RANK_PENALTY * language : 0);
      boolean refuted =
          needsLetters
              && language >= FREQUENT_LANGUAGES
              && known[language].letterCount() >= MIN_RICH_LETTERS;
      if (score[language] > 0 && weighed > most && !refuted) {
        best = candidates.get(language);
        most = weighed;
      }
    }
    return best;
  }

  private static boolean isStopWord(Lexicon lexicon, Sample sample, int word) {
    return (lexicon.kinds(sample.text, sample.start[word], sample.end[word]) & Lexicon.STOP_WORD)
        != 0;
  }

  /** Two parts of the text and the positions of their words. */
  private static final class Sample {
    private final String text;
    private int words;
    private int endings;
    private int[] start = new int[256];
    private int[] end = new int[256];

    Sample(String whole) {
      text =
          whole.length() <= 2 * SAMPLE
              ? whole
              : whole.substring(0, SAMPLE)
                  + ' '
                  + whole.substring(whole.length() / 2, whole.length() / 2 + SAMPLE);
      new WordScanner(text, true).scan(0, text.length(), this::addWord);
    }

    /** Returns whether the word follows another one and its apostrophe. */
    private boolean isEnding(int from) {
      return words > 0
          && end[words - 1] == from - 1
          && (text.charAt(from - 1) == '\'' || text.charAt(from - 1) == '’');
    }

    private boolean isContractedAm(int from, int to) {
      return to == from + 1 && text.charAt(from) == 'm' && text.charAt(from - 2) == 'I';
    }

    private void addWord(int from, int to) {
      if (isEnding(from)) {
        String ending = text.substring(from, to);
        if (ending.equals("s")) { // of an English name, which isn't a word: Tom's
          endings++;
          words -= Character.isUpperCase(text.charAt(start[words - 1])) ? 1 : 0;
          return;
        }
        if (CONTRACTIONS.contains(ending) || isContractedAm(from, to)) {
          endings++;
          return;
        }
      }
      if (words == start.length) {
        start = Arrays.copyOf(start, words * 2);
        end = Arrays.copyOf(end, words * 2);
      }
      start[words] = from;
      end[words++] = to;
    }
  }
}
