package dev.nutgraf.text;

import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.chars.Letters;
import dev.nutgraf.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Assigns numbers to the terms of a text, from 0 in order of first occurrence.
 *
 * <p>A term is a stem, or an unstemmed stop word, so that a stop word never shares its term with
 * another word. Words are looked up by a hash of their folded characters in place: each distinct
 * word is copied, stemmed and looked up as a stop word once. The table uses open addressing with
 * linear probing at a load of at most one half. Words that agree in their first {@value
 * #MAX_WORD_CHARS} characters count as one.
 */
final class TermIndex {
  private static final int NONE = -1;

  /** Some 130 bytes each. A 50 MB article of prose has fewer, in any language. */
  static final int MAX_WORDS = 500_000;

  /** Longer words are addresses, or texts without spaces; stemmers take longer for them. */
  private static final int MAX_WORD_CHARS = 100;

  private final String text;
  private final Lexicon lexicon;
  private final UnaryOperator<String> stemmer;

  /** Distinct words that an article of usual length has room for without growing. */
  private static final int WORDS = 1 << 9;

  private static final int CHARS_PER_WORD = 8;

  // The distinct folded words: their characters in one pool, a row of the columns for each.
  private int[] slots = filled(2 * WORDS);
  private int[] hashes = new int[WORDS];
  private int[] ends = new int[WORDS]; // in the pool, exclusive
  private int[] terms = new int[WORDS];
  private char[] pool = new char[CHARS_PER_WORD * WORDS];
  private int words;

  private final Map<String, Integer> termOfStem = new HashMap<>(2 * WORDS);
  private final Map<String, Integer> termOfStopWord = new HashMap<>();
  private final List<String> stems = new ArrayList<>();

  TermIndex(String text, Lexicon lexicon, UnaryOperator<String> stemmer) {
    this.text = text;
    this.lexicon = lexicon;
    this.stemmer = stemmer;
  }

  /** The number of terms so far. */
  int size() {
    return stems.size();
  }

  /** Returns the stems, by the number of the term. */
  String[] stems() {
    return stems.toArray(String[]::new);
  }

  /** Returns whether each term is a stop word, by its number. */
  boolean[] stopWords() {
    boolean[] result = new boolean[stems.size()];
    for (int term : termOfStopWord.values()) {
      result[term] = true;
    }
    return result;
  }

  /** Returns the term of the word at these positions, which is added if it is new. */
  int add(int start, int end) {
    return find(text, start, end, true);
  }

  /** Returns the term of a word of another text; -1 if this text has none such. */
  int find(String other, int start, int end) {
    return find(other, start, end, false);
  }

  private int find(String source, int from, int to, boolean add) {
    int start = source.charAt(from) == '#' && to - from > 1 ? from + 1 : from;
    int end = Math.min(to, start + MAX_WORD_CHARS);
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + Letters.fold(source.charAt(i));
    }
    hash ^= hash >>> 15;
    int slot = hash & (slots.length - 1);
    while (slots[slot] != NONE) {
      int word = slots[slot];
      if (hashes[word] == hash && matches(word, source, start, end)) {
        return terms[word];
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    if (!add) {
      Integer term = termOfStem.get(stemmer.apply(fold(source, start, end)));
      return term == null ? NONE : term;
    }
    return insert(slot, hash, source, start, end);
  }

  private boolean matches(int word, String source, int start, int end) {
    int from = word == 0 ? 0 : ends[word - 1];
    if (ends[word] - from != end - start) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (pool[from + i - start] != Letters.fold(source.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private int insert(int slot, int hash, String source, int start, int end) {
    if (words == MAX_WORDS) {
      throw ArticleRejectedException.tooMany("different words", MAX_WORDS);
    }
    int word = words++;
    if (word == hashes.length) {
      hashes = Arrays.copyOf(hashes, word * 2);
      ends = Arrays.copyOf(ends, word * 2);
      terms = Arrays.copyOf(terms, word * 2);
    }
    int from = word == 0 ? 0 : ends[word - 1];
    int to = from + end - start;
    if (to > pool.length) {
      pool = Arrays.copyOf(pool, Math.max(to, pool.length * 2));
    }
    for (int i = start; i < end; i++) {
      pool[from + i - start] = Letters.fold(source.charAt(i));
    }
    slots[slot] = word;
    hashes[word] = hash;
    ends[word] = to;
    terms[word] = termOf(new String(pool, from, to - from));
    if (words * 2 > slots.length) {
      grow();
    }
    return terms[word];
  }

  private int termOf(String word) {
    boolean stopWord = (lexicon.kinds(word, 0, word.length()) & Lexicon.STOP_WORD) != 0;
    Map<String, Integer> known = stopWord ? termOfStopWord : termOfStem;
    String stem = stopWord ? word : stemmer.apply(word);
    Integer term = known.putIfAbsent(stem, stems.size());
    if (term == null) {
      stems.add(stem);
      return stems.size() - 1;
    }
    return term;
  }

  private void grow() {
    slots = filled(slots.length * 2);
    for (int word = 0; word < words; word++) {
      int slot = hashes[word] & (slots.length - 1);
      while (slots[slot] != NONE) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = word;
    }
  }

  private static String fold(String source, int start, int end) {
    char[] word = new char[end - start];
    for (int i = start; i < end; i++) {
      word[i - start] = Letters.fold(source.charAt(i));
    }
    return new String(word);
  }

  private static int[] filled(int size) {
    int[] slots = new int[size];
    Arrays.fill(slots, NONE);
    return slots;
  }
}
