package dev.nutgraf.rank;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Inverse document frequencies (K. Sparck Jones, 1972) of the stems of each language, learned from
 * the training articles and scaled to [0,1]: 0 for a stem that every article contains, 1 for one
 * that only a few do.
 *
 * <p>A stem that isn't listed has the frequency 1, and so has every stem of a language without a
 * list: the frequencies within the article then decide alone. To keep the model small, a stem is
 * stored as a 32-bit hash and its frequency as one byte. A rare collision costs a little precision.
 */
public final class DocumentFrequencies {
  /** Number of steps between 0 and 1 that one byte distinguishes. */
  private static final float QUANTIZATION_STEPS = 255;

  private static final float UNLISTED = 1;

  /** Bits that narrow a search down to about ten hashes. */
  private static final int LEADING_BITS = 12;

  /** Hashes of language and stem, ascending. */
  private final int[] hash;

  /** By the leading bits of a hash, the place of the first with these or higher bits. */
  private final int[] firstPlace = new int[(1 << LEADING_BITS) + 1];

  /** By place of the hash, the quantized inverse document frequency as an unsigned byte. */
  private final byte[] idf;

  private DocumentFrequencies(int[] hash, byte[] idf) {
    this.hash = hash;
    this.idf = idf;
    for (int h : hash) {
      firstPlace[leading(h) + 1]++;
    }
    for (int bits = 1; bits < firstPlace.length; bits++) {
      firstPlace[bits] += firstPlace[bits - 1];
    }
  }

  /** Returns the leading bits of a hash, whose order is that of the hashes. */
  private static int leading(int hash) {
    return (hash ^ Integer.MIN_VALUE) >>> (Integer.SIZE - LEADING_BITS);
  }

  /**
   * Creates a table of the given stems.
   *
   * @param hashes stems as {@link #hash} encodes them, ascending
   * @param idfs inverse document frequency of each, in [0,1]
   */
  public static DocumentFrequencies of(int[] hashes, float[] idfs) {
    byte[] quantized = new byte[idfs.length];
    for (int i = 0; i < idfs.length; i++) {
      quantized[i] = (byte) Math.round(idfs[i] * QUANTIZATION_STEPS);
    }
    return new DocumentFrequencies(hashes.clone(), quantized);
  }

  /**
   * Returns the key of a stem in a language: both string hashes, mixed so that nearby values differ
   * in all bits. The multipliers are those of the finalizer "lowbias32" (C. Wellons, 2018).
   */
  public static int hash(String language, String stem) {
    int h = language.hashCode() * 31 + stem.hashCode();
    h ^= h >>> 16;
    h *= 0x7feb352d;
    h ^= h >>> 15;
    h *= 0x846ca68b;
    return h ^ h >>> 16;
  }

  /** Returns the inverse document frequency of a stem in [0,1]; 1 if the stem isn't listed. */
  float idf(String language, String stem) {
    int key = hash(language, stem);
    int bits = leading(key);
    int at = Arrays.binarySearch(hash, firstPlace[bits], firstPlace[bits + 1], key);
    return at < 0 ? UNLISTED : (idf[at] & 0xff) / QUANTIZATION_STEPS;
  }

  static DocumentFrequencies read(DataInputStream in) throws IOException {
    int[] hash = new int[in.readInt()];
    for (int i = 0; i < hash.length; i++) {
      hash[i] = in.readInt();
    }
    byte[] idf = new byte[hash.length];
    in.readFully(idf);
    return new DocumentFrequencies(hash, idf);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(hash.length);
    for (int h : hash) {
      out.writeInt(h);
    }
    out.write(idf);
  }
}
