package dev.nutgraf.summary;

import java.util.Locale;

/**
 * The settings that change what the documents say.
 *
 * @param sentences how many sentences a summary has at the most, {@value #MIN_SENTENCES} to {@value
 *     #MAX_SENTENCES}
 * @param maxArticleBytes the size, stored or expanded, past which an article is rejected; 1 or more
 * @param detail how much metadata.json tells
 * @param page whether an article also gets the page {@link Document.Kind#PAGE}
 */
public record EngineSettings(int sentences, long maxArticleBytes, Detail detail, boolean page) {
  /** The shortest summary. */
  public static final int MIN_SENTENCES = 1;

  /** The longest summary. */
  public static final int MAX_SENTENCES = 20;

  /** Three sentences, 50 MB, standard detail, no page. */
  public static final EngineSettings DEFAULT =
      new EngineSettings(3, 52_428_800, Detail.STANDARD, false);

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
    return new EngineSettings(number, maxArticleBytes, detail, page);
  }

  /** These settings with or without the page. */
  public EngineSettings withPage(boolean wanted) {
    return new EngineSettings(sentences, maxArticleBytes, detail, wanted);
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
