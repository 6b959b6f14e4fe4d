package dev.nutgraf.rank;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * How rare words are in the language at large: quantized inverse document frequencies of the stems
 * that a large enough share of the training articles holds. A stem that is not listed, or a
 * language without a list, counts as rare, so that the article's own frequencies decide.
 */
public final class DocumentFrequencies {
  /** Stems are known by a 32-bit hash of language and stem; the list is sorted by it. */
  private final int[] hash;

  private final byte[] idf;

  private static final float STEPS = 255;

  private DocumentFrequencies(int[] hash, byte[] idf) {
    this.hash = hash;
    this.idf = idf;
  }

  /**
   * A documentFrequencies of the given stems.
   *
   * @param hashes of the stems, as {@link #hash} makes them, ascending
   * @param idfs the idf of each, in [0,1]
   */
  public static DocumentFrequencies of(int[] hashes, float[] idfs) {
    byte[] quantized = new byte[idfs.length];
    for (int i = 0; i < idfs.length; i++) {
      quantized[i] = (byte) Math.round(idfs[i] * STEPS);
    }
    return new DocumentFrequencies(hashes.clone(), quantized);
  }

  /** The hash that stands for a stem of a language. */
  public static int hash(String language, String stem) {
    int h = language.hashCode() * 31 + stem.hashCode();
    h ^= h >>> 16;
    h *= 0x7feb352d;
    h ^= h >>> 15;
    h *= 0x846ca68b;
    return h ^ h >>> 16;
  }

  /** How rare the stem is in its language: 0 in every article, 1 in hardly any or not known. */
  float idf(String language, String stem) {
    int at = Arrays.binarySearch(hash, hash(language, stem));
    return at < 0 ? 1 : (idf[at] & 0xff) / STEPS;
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
