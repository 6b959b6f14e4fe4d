package dev.nutgraf.summary;

import java.util.Locale;

/**
 * Settings that change the content of documents.
 *
 * @param sentences sentences of a summary, at most; {@value #MIN_SENTENCES} to {@value
 *     #MAX_SENTENCES}
 * @param maxArticleBytes size, as stored and as decompressed, above which an article is rejected; 1
 *     or more
 * @param detail level of detail of metadata.json
 * @param page whether an article gets the output {@link Document.Kind#PAGE}
 */
public record EngineSettings(int sentences, long maxArticleBytes, Detail detail, boolean page) {
  /** Lowest number of sentences that can be requested. */
  public static final int MIN_SENTENCES = 1;

  /** Highest number of sentences that can be requested. */
  public static final int MAX_SENTENCES = 20;

  /** Three sentences, 50 MB, standard detail, no page. */
  public static final EngineSettings DEFAULT =
      new EngineSettings(3, 52_428_800, Detail.STANDARD, false);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  public EngineSettings {
    if (sentences < MIN_SENTENCES || sentences > MAX_SENTENCES) {
      throw new IllegalArgumentException(
          "sentences must be " + MIN_SENTENCES + " to " + MAX_SENTENCES + ", not " + sentences);
    }
    if (maxArticleBytes < 1) {
      throw new IllegalArgumentException(
          "maxArticleBytes must be 1 or more, not " + maxArticleBytes);
    }
  }

  /** Returns these settings with another number of sentences. */
  public EngineSettings withSentences(int number) {
    return new EngineSettings(number, maxArticleBytes, detail, page);
  }

  /** Returns these settings with or without the page. */
  public EngineSettings withPage(boolean wanted) {
    return new EngineSettings(sentences, maxArticleBytes, detail, wanted);
  }

  /** Level of detail of metadata.json. */
  public enum Detail {
    /** The fields that the schema requires. */
    STANDARD,
    /** With the features that contributed most to each chosen sentence's score. */
    EXPLAIN;

    /** Returns the name in settings and documents. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
