package dev.nutgraf.summary;

import dev.nutgraf.rank.SummaryLength;
import java.util.Locale;

/**
 * Settings that change the content of documents.
 *
 * @param length the length of a summary, unless the article has its own
 * @param maxArticleBytes size, as stored and as decompressed, above which an article is rejected; 1
 *     or more
 * @param detail level of detail of metadata.json
 * @param page whether an article gets the output {@link Document.Kind#PAGE}
 */
public record EngineSettings(
    SummaryLength length, long maxArticleBytes, Detail detail, boolean page) {
  /** Three sentences, 50 MB, standard detail, no page. */
  public static final EngineSettings DEFAULT =
      new EngineSettings(SummaryLength.ofSentences(3), 52_428_800, Detail.STANDARD, false);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  public EngineSettings {
    if (maxArticleBytes < 1) {
      throw new IllegalArgumentException(
          "maxArticleBytes must be 1 or more, not " + maxArticleBytes);
    }
  }

  /** Returns these settings with another number of sentences, 1 to 20. */
  public EngineSettings withSentences(int number) {
    return with(LengthSetting.SENTENCES, number);
  }

  /** Returns the value of a setting of the length. */
  public int get(LengthSetting setting) {
    return setting.of(length);
  }

  /** Returns these settings with another value of a setting of the length. */
  public EngineSettings with(LengthSetting setting, int value) {
    return withLength(setting.set(length, value));
  }

  /** Returns these settings with another length of a summary. */
  public EngineSettings withLength(SummaryLength other) {
    return new EngineSettings(other, maxArticleBytes, detail, page);
  }

  /** Returns these settings with another limit of bytes. */
  public EngineSettings withMaxArticleBytes(long bytes) {
    return new EngineSettings(length, bytes, detail, page);
  }

  /** Returns these settings with another level of detail. */
  public EngineSettings withDetail(Detail other) {
    return new EngineSettings(length, maxArticleBytes, other, page);
  }

  /** Returns these settings with or without the page. */
  public EngineSettings withPage(boolean wanted) {
    return new EngineSettings(length, maxArticleBytes, detail, wanted);
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
