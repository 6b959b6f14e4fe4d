package dev.nutgraf.rank;

import dev.nutgraf.chars.Letters;
import dev.nutgraf.lexicon.PhraseLexicon;
import dev.nutgraf.lexicon.PhraseLexicon.Role;
import dev.nutgraf.rank.Ranking.Keyword;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Sentence;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the words of an article in a script without spaces, and in Hangul, without a dictionary.
 *
 * <p>Sentences are cut into runs of one script. A run of katakana or Latin letters is a word. In
 * other runs, a word is a string that the article repeats in different contexts: at least two
 * different characters or ends of a run stand before it, and after it (accessor variety; H. Feng,
 * K. Chen, X. Deng and W. Zheng, Computational Linguistics 30, 2004). So a fragment of a longer
 * frequent word isn't a word. In Japanese a whole run of Han characters is a word, too, since
 * hiragana delimit it. In Korean spaces delimit words with their particles, so a word opens a run.
 * No word has an end that the lexicon excludes.
 *
 * <p>Strings are extended by one character at a time, only where the shorter strings repeat, up to
 * a fixed length and within a fixed part of the article, so time is linear. A word's score is its
 * frequency times the root of its length, and higher if it occurs early.
 */
final class UnspacedWords {
  private static final Set<String> LANGUAGES = Set.of("zh", "ja", "ko", "th", "lo", "my", "km");

  /** Characters of an article that are searched, from its start. */
  private static final int MAX_SEARCHED = 1 << 15;

  /** Longest word, in characters. */
  private static final int MAX_LENGTH = 12;

  /** Longest run of Han characters that is a Japanese word. */
  private static final int MAX_HAN_RUN = 6;

  /** Factor by which a word of the first sentence scores higher than one of the last, minus 1. */
  private static final double EARLY_BONUS = 0.5;

  private static final int END_OF_RUN = -1;

  /** A run of one script, end exclusive. */
  private record Run(int start, int end, UnicodeScript script) {}

  /** A string and its contexts. */
  private static final class Occurrences {
    final int start;
    final int before;
    final int after;
    int count;
    boolean variedBefore;
    boolean variedAfter;

    Occurrences(int start, int before, int after) {
      this.start = start;
      this.before = before;
      this.after = after;
    }

    void add(int left, int right) {
      count++;
      variedBefore |= left == END_OF_RUN || left != before;
      variedAfter |= right == END_OF_RUN || right != after;
    }
  }

  private record Word(String term, double score, int start) {}

  private final String all;
  private final PhraseLexicon lexicon;
  private final boolean japanese;
  private final List<Run> runs = new ArrayList<>();
  private final Map<String, Occurrences> words = new LinkedHashMap<>();

  private UnspacedWords(AnalyzedText text) {
    this.all = text.article().text();
    this.lexicon = text.lexicon().phrases();
    this.japanese = text.lexicon().language().equals("ja");
    int searched = 0;
    for (Sentence sentence : text.sentences()) {
      if (sentence.isCandidate() && searched < MAX_SEARCHED) {
        int end = Math.min(sentence.end(), sentence.start() + MAX_SEARCHED - searched);
        cut(sentence.start(), end);
        searched += end - sentence.start();
      }
    }
  }

  /** Returns whether words of the language are found here. */
  static boolean covers(String language) {
    return LANGUAGES.contains(Locale.forLanguageTag(language).getLanguage());
  }

  /** Returns up to {@code max} key words, best first. */
  static List<Keyword> keywords(AnalyzedText text, int max) {
    UnspacedWords finder = new UnspacedWords(text);
    finder.addRuns();
    finder.addRepeated();
    return finder.best(max);
  }

  private void cut(int from, int to) {
    int start = from;
    while (start < to) {
      UnicodeScript script = script(all.charAt(start));
      int end = start + 1;
      while (end < to && script(all.charAt(end)) == script) {
        end++;
      }
      if (script != UnicodeScript.COMMON && script != UnicodeScript.HIRAGANA) {
        runs.add(new Run(start, end, script));
      }
      start = end;
    }
  }

  private static UnicodeScript script(char c) {
    return c == 'ー' ? UnicodeScript.KATAKANA : UnicodeScript.of(c);
  }

  private void addRuns() {
    for (Run run : runs) {
      boolean word =
          run.script == UnicodeScript.KATAKANA
              || run.script == UnicodeScript.LATIN
              || (japanese && run.end - run.start <= MAX_HAN_RUN);
      if (word && run.end - run.start > 1) {
        add(words, run.start, run.end, END_OF_RUN, END_OF_RUN);
      }
    }
  }

  private void add(Map<String, Occurrences> counts, int start, int end, int before, int after) {
    counts
        .computeIfAbsent(all.substring(start, end), s -> new Occurrences(start, before, after))
        .add(before, after);
  }

  /** Adds the strings that repeat within the runs, from two characters on. */
  private void addRepeated() {
    Map<String, Occurrences> shorter = Map.of();
    for (int length = 2; length <= MAX_LENGTH; length++) {
      Map<String, Occurrences> level = new LinkedHashMap<>();
      for (Run run : runs) {
        boolean hangul = run.script == UnicodeScript.HANGUL;
        int last = Math.min(hangul ? run.start : run.end, run.end - length);
        for (int at = run.start; at <= last; at++) {
          if (length == 2
              || (isIn(shorter, at, length - 1) && (hangul || isIn(shorter, at + 1, length - 1)))) {
            int after = at + length;
            add(
                level,
                at,
                after,
                at == run.start ? END_OF_RUN : all.charAt(at - 1),
                after == run.end ? END_OF_RUN : all.charAt(after));
          }
        }
      }
      level.values().removeIf(string -> string.count == 1);
      level.forEach(
          (string, found) -> {
            if (found.variedBefore && found.variedAfter) {
              words.merge(string, found, (run, repeated) -> repeated);
            }
          });
      shorter = level;
    }
  }

  private boolean isIn(Map<String, Occurrences> strings, int start, int length) {
    return strings.containsKey(all.substring(start, start + length));
  }

  private List<Keyword> best(int max) {
    List<Word> ranked = new ArrayList<>();
    words.forEach(
        (term, found) -> {
          if (isWord(term)) {
            double early = 1 + EARLY_BONUS * (1 - (double) found.start / all.length());
            ranked.add(new Word(term, found.count * Math.sqrt(term.length()) * early, found.start));
          }
        });
    ranked.sort(Comparator.comparingDouble(Word::score).reversed().thenComparingInt(Word::start));
    List<Keyword> best = new ArrayList<>();
    for (Word word : ranked) {
      if (best.size() < max
          && best.stream()
              .noneMatch(b -> b.term().contains(word.term) || word.term.contains(b.term()))) {
        best.add(new Keyword(word.term, word.score / ranked.get(0).score()));
      }
    }
    return best;
  }

  private boolean isWord(String term) {
    return lexicon.role(term) == Role.NONE
        && lexicon.mayBeWord(term)
        && !Letters.isMark(term.charAt(0));
  }
}
