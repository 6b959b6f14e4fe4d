package dev.nutgraf.rank;

import dev.nutgraf.text.Terms;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The distinct candidates of an article, with their occurrences counted.
 *
 * <p>A hash table with open addressing has the candidates of several words. The 64-bit hash of
 * their terms identifies them.
 */
final class Candidates {
  /** Distinct candidates of several words, to bound the memory that a huge article takes. */
  private static final int MAX_SEQUENCES = 1 << 14;

  private static final int MIN_SLOTS = 1 << 8;

  /** Multiplier of the hash: 2^64 by the golden ratio. */
  private static final long HASH_FACTOR = 0x9E3779B97F4A7C15L;

  private final PhraseWords words;
  private final Terms terms;
  private final float[] weight;
  private final float threshold;

  /** By term. */
  private final @Nullable Candidate[] single;

  private @Nullable Candidate[] sequences = new Candidate[MIN_SLOTS];

  /** The hashes of the sequences, by slot. */
  private long[] keys = new long[MIN_SLOTS];

  private int size;

  /**
   * Creates an empty set.
   *
   * @param weight by term, its importance
   * @param threshold least weight of the first or the last word of a candidate
   */
  Candidates(PhraseWords words, Terms terms, float[] weight, float threshold) {
    this.words = words;
    this.terms = terms;
    this.weight = weight;
    this.threshold = threshold;
    this.single = new Candidate[terms.termCount()];
  }

  /** Counts an occurrence, unless its ends aren't important or it cuts a hyphenated word. */
  void add(int start, int end, int sentenceEnd, boolean name) {
    boolean light =
        weight[terms.term(start)] < threshold && weight[terms.term(end - 1)] < threshold;
    boolean cut = words.isHyphenated(start) || (end < sentenceEnd && words.isHyphenated(end));
    Candidate candidate = light || cut ? null : find(start, end - start, name);
    if (candidate != null) {
      candidate.count++;
      if (words.isOpening(candidate.shownToken) && !words.isOpening(start)) {
        candidate.shownToken = start;
      }
    }
  }

  /** Returns the candidate of these words, a new one if necessary; null if there are too many. */
  private @Nullable Candidate find(int start, int length, boolean name) {
    return length == 1 ? findSingle(start, name) : findSequence(start, length, name);
  }

  private Candidate findSingle(int token, boolean name) {
    Candidate candidate = single[terms.term(token)];
    if (candidate == null) {
      candidate = new Candidate(1, name, token);
      single[terms.term(token)] = candidate;
    }
    return candidate;
  }

  private @Nullable Candidate findSequence(int start, int length, boolean name) {
    long key = length;
    for (int t = start; t < start + length; t++) {
      key = (key ^ terms.term(t)) * HASH_FACTOR;
      key ^= key >>> Integer.SIZE;
    }
    int slot = slot(key);
    Candidate candidate = sequences[slot];
    if (candidate == null && size < MAX_SEQUENCES) {
      candidate = new Candidate(length, name, start);
      sequences[slot] = candidate;
      keys[slot] = key;
      size++;
      if (2 * size > keys.length) {
        grow();
      }
    }
    return candidate;
  }

  /** Returns the slot of the key, or the free one where it belongs. */
  private int slot(long key) {
    int slot = (int) key & (keys.length - 1);
    while (sequences[slot] != null && keys[slot] != key) {
      slot = slot + 1 & (keys.length - 1);
    }
    return slot;
  }

  private void grow() {
    @Nullable Candidate[] candidates = sequences;
    long[] hashes = keys;
    sequences = new Candidate[2 * candidates.length];
    keys = new long[2 * hashes.length];
    for (int i = 0; i < candidates.length; i++) {
      if (candidates[i] != null) {
        int slot = slot(hashes[i]);
        sequences[slot] = candidates[i];
        keys[slot] = hashes[i];
      }
    }
  }

  /** Returns the candidates in no particular order. */
  List<Candidate> all() {
    List<Candidate> all = new ArrayList<>(2 * size);
    addTo(all, sequences);
    addTo(all, single);
    return all;
  }

  private static void addTo(List<Candidate> all, @Nullable Candidate[] candidates) {
    for (Candidate candidate : candidates) {
      if (candidate != null) {
        all.add(candidate);
      }
    }
  }
}
