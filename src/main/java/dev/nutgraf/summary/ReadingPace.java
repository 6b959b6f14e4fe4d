package dev.nutgraf.summary;

import java.util.Locale;
import java.util.Map;

/**
 * A unit of length that readers of a language count in, and how fast they read. Where the engine
 * counts pairs of characters as words, in scripts without spaces and in Hangul, the unit is the
 * character.
 *
 * <p>The rates of characters are of texts read aloud in 17 languages (S. Trauzettel-Klosinski and
 * K. Dietz, Investigative Ophthalmology and Visual Science 53, 2012). A character of Hangul is a
 * syllable; Thai, Lao, Burmese and Khmer weren't measured and have the mean of 14 languages.
 *
 * @param unit the noun for one unit, in English
 * @param perMinute units read in a minute
 */
public record ReadingPace(String unit, int perMinute) {
  /** Silent reading speed; M. Brysbaert (2019) measured 238 for English non-fiction. */
  private static final ReadingPace WORDS = new ReadingPace("word", 230);

  // Characters a minute.
  private static final int CHINESE = 255;
  private static final int JAPANESE = 357;
  private static final int KOREAN = 370;
  private static final int UNMEASURED = 880;

  private static final Map<String, ReadingPace> CHARACTERS =
      Map.of(
          "zh", characters(CHINESE),
          "cmn", characters(CHINESE),
          "yue", characters(CHINESE),
          "ja", characters(JAPANESE),
          "ko", characters(KOREAN),
          "th", characters(UNMEASURED),
          "lo", characters(UNMEASURED),
          "my", characters(UNMEASURED),
          "km", characters(UNMEASURED));

  private static ReadingPace characters(int perMinute) {
    return new ReadingPace("character", perMinute);
  }

  /**
   * Returns the pace for a language.
   *
   * @param language a BCP 47 tag
   */
  public static ReadingPace of(String language) {
    return CHARACTERS.getOrDefault(Locale.forLanguageTag(language).getLanguage(), WORDS);
  }

  /** Returns whether the unit is the character, a Unicode code point, rather than the word. */
  public boolean countsCharacters() {
    return !equals(WORDS);
  }

  /** Returns the time that units take to read, rounded down: seconds, then minutes, then hours. */
  String duration(int units) {
    long seconds = units * 60L / perMinute;
    long minutes = seconds / 60;
    if (minutes == 0) {
      return seconds == 1 ? "1 second" : seconds + " seconds";
    }
    return minutes < 120 ? minutes + " min" : minutes / 60 + " hours";
  }
}
