package dev.nutgraf.text;

import dev.nutgraf.chars.Letters;
import dev.nutgraf.lexicon.Lexicon;
import dev.nutgraf.lexicon.Lexicons;
import dev.nutgraf.lexicon.StopWords;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the language of a text by its script, its stop words and the letters beyond the common
 * alphabet. Looks at a sample from the head and one from the middle, so its cost does not depend on
 * the length of the text. English is tried first and alone. Thread-safe.
 */
final class LanguageDetector {
  /** BCP 47's "undetermined". */
  static final String UNKNOWN = "und";

  /** How much text each of the two samples holds, in characters. */
  private static final int SAMPLE = 3000;

  /** The share of stop words that leaves no doubt, and the one that makes a claim plausible. */
  private static final double CERTAIN = 0.36;

  private static final double PLAUSIBLE = 0.15;

  /** Fewer words than these prove nothing. */
  private static final int FEW_WORDS = 12;

  private final Lexicons lexicons;

  /** By the languages that come into question together. */
  private final Map<List<String>, StopWords> stopWordsOf = new ConcurrentHashMap<>();

  LanguageDetector(Lexicons lexicons) {
    this.lexicons = lexicons;
  }

  /** The primary language subtag: the declared one if it is plausible, or else what is detected. */
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
    if (script == Script.LATIN && sample.words >= FEW_WORDS && share(sample, first) >= CERTAIN) {
      return first;
    }
    return best(sample, candidates);
  }

  /** Lower case, without region, and in today's spelling. */
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
          || sample.words < FEW_WORDS
          || share(sample, language) >= PLAUSIBLE;
    }
    // A language that is not known here cannot be refuted, except by the script of one that is.
    return (language.length() == 2 || language.length() == 3)
        && Script.ALL.stream().noneMatch(other -> other.languages().contains(language))
        && share(sample, "en") < CERTAIN;
  }

  private double share(Sample sample, String language) {
    Lexicon lexicon = lexicons.get(language);
    int hits = 0;
    for (int word = 0; word < sample.words; word++) {
      hits += isStopWord(lexicon, sample, word) ? 1 : 0;
    }
    return (double) hits / Math.max(1, sample.words);
  }

  /** The language whose stop words and letters explain the sample best, rare ones counting more. */
  private String best(Sample sample, List<String> candidates) {
    int count = candidates.size();
    Lexicon[] known = new Lexicon[count];
    for (int language = 0; language < count; language++) {
      known[language] = lexicons.get(candidates.get(language));
    }
    StopWords stopWords =
        stopWordsOf.computeIfAbsent(candidates, languages -> new StopWords(List.of(known)));
    double[] score = new double[count];
    for (int word = 0; word < sample.words; word++) {
      long holders = stopWords.languages(sample.text, sample.start[word], sample.end[word]);
      double weight = 0.3 + 1.0 / Long.bitCount(holders);
      for (long left = holders; left != 0; left &= left - 1) {
        score[Long.numberOfTrailingZeros(left)] += weight;
      }
    }
    boolean[] holds = new boolean[count];
    for (int i = 0; i < sample.text.length(); i++) {
      char c = Letters.fold(sample.text.charAt(i));
      if (c < 0x80 || !Letters.isLetter(c)) {
        continue;
      }
      int holders = 0;
      for (int language = 0; language < count; language++) {
        holds[language] = known[language].usesLetter(c);
        holders += holds[language] ? 1 : 0;
      }
      for (int language = 0; language < count && holders > 0; language++) {
        score[language] += holds[language] ? 0.6 / holders : -0.3;
      }
    }
    int best = 0;
    for (int language = 1; language < count; language++) {
      best = score[language] > score[best] ? language : best;
    }
    return score[best] <= 0 ? UNKNOWN : candidates.get(best);
  }

  private static boolean isStopWord(Lexicon lexicon, Sample sample, int word) {
    return (lexicon.kinds(sample.text, sample.start[word], sample.end[word]) & Lexicon.STOP_WORD)
        != 0;
  }

  /** Part of the text, and its words. */
  private static final class Sample {
    private final String text;
    private int words;
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

    private void addWord(int from, int to) {
      if (words == start.length) {
        start = Arrays.copyOf(start, words * 2);
        end = Arrays.copyOf(end, words * 2);
      }
      start[words] = from;
      end[words++] = to;
    }
  }
}
