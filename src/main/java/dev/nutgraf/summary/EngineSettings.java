package dev.nutgraf.summary;

import java.util.Locale;

/**
 * The settings that change what the documents say.
 *
 * @param sentences how many sentences a summary has at the most, {@value #MIN_SENTENCES} to {@value
 *     #MAX_SENTENCES}
 * @param maxArticleBytes the size, stored or expanded, past which an article is rejected; 1 or more
 * @param detail how much metadata.json tells
 */
public record EngineSettings(int sentences, long maxArticleBytes, Detail detail) {
  /** The shortest summary. */
  public static final int MIN_SENTENCES = 1;

  /** The longest summary. */
  public static final int MAX_SENTENCES = 20;

  /** Three sentences, 50 MB, standard detail. */
  public static final EngineSettings DEFAULT = new EngineSettings(3, 52_428_800, Detail.STANDARD);

  /** Checks the ranges. */
  public EngineSettings {
    if (sentences < MIN_SENTENCES || sentences > MAX_SENTENCES) {
      throw new IllegalArgumentException(
          "sentences must be " + MIN_SENTENCES + " to " + MAX_SENTENCES + ", not " + sentences);
    }
    if (maxArticleBytes < 1) {
      throw new IllegalArgumentException("maxArticleBytes must be 1 or more");
    }
  }

  /** These settings with another number of sentences. */
  public EngineSettings withSentences(int number) {
    return new EngineSettings(number, maxArticleBytes, detail);
  }

  /** How much metadata.json tells. */
  public enum Detail {
    /** The documents as the schema requires them. */
    STANDARD,
    /** Also the features that contributed most to each chosen sentence. */
    EXPLAIN;

    /** The name as settings and documents write it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
