package dev.nutgraf.summary;

import dev.nutgraf.rank.SummaryLength;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The settings of a {@link SummaryLength}. Each has a default for all articles, an environment
 * variable, and an article's own value, in the user metadata of its object.
 */
public enum LengthSetting {
  /** Sentences at most. */
  SENTENCES(SummaryLength.MIN_SENTENCES, SummaryLength.MAX_SENTENCES),
  /** Words at most; 0 for no limit. */
  MAX_WORDS(0, SummaryLength.MAX_LIMIT),
  /** Code points at most; 0 for no limit. */
  MAX_CHARACTERS(0, SummaryLength.MAX_LIMIT);

  private final int min;
  private final int max;
  private final String label;

  LengthSetting(int min, int max) {
    this.min = min;
    this.max = max;
    this.label = name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The lowest value. */
  public int min() {
    return min;
  }

  /** The highest value. */
  public int max() {
    return max;
  }

  /** The name of options and query parameters, such as {@code max-words}. */
  public String label() {
    return label;
  }

  /** The environment variable, such as {@code SUMMARY_MAX_WORDS}. */
  public String variable() {
    return "SUMMARY_" + name();
  }

  /** The user metadata of an article's object, such as {@code summary-max-words}. */
  public String metadataName() {
    return "summary-" + label;
  }

  /** Returns the value of this setting. */
  public int of(SummaryLength length) {
    return switch (this) {
      case SENTENCES -> length.sentences();
      case MAX_WORDS -> length.maxWords();
      case MAX_CHARACTERS -> length.maxCharacters();
    };
  }

  /**
   * Returns a length with another value of this setting.
   *
   * @throws IllegalArgumentException if the value is out of range
   */
  public SummaryLength set(SummaryLength length, int value) {
    return switch (this) {
      case SENTENCES -> new SummaryLength(value, length.maxWords(), length.maxCharacters());
      case MAX_WORDS -> new SummaryLength(length.sentences(), value, length.maxCharacters());
      case MAX_CHARACTERS -> new SummaryLength(length.sentences(), length.maxWords(), value);
    };
  }

  /** Returns the number that a text states, or empty if it isn't a number in the range. */
  public OptionalInt parse(String value) {
    try {
      int number = Integer.parseInt(value.strip());
      return number >= min && number <= max ? OptionalInt.of(number) : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /** Returns the values that an article's user metadata states, unchecked. */
  public static Map<LengthSetting, String> overrides(Map<String, String> metadata) {
    Map<LengthSetting, String> overrides = new EnumMap<>(LengthSetting.class);
    for (LengthSetting setting : values()) {
      String value = metadata.get(setting.metadataName());
      if (value != null) {
        overrides.put(setting, value);
      }
    }
    return overrides;
  }
}
