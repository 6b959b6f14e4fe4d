package dev.nutgraf.summary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A unit of length that readers of a language count in, and how fast they read. Where the engine
 * counts pairs of characters as words, in scripts without spaces and in Hangul, the unit is the
 * character.
 *
 * <p>The rates of characters are in {@code reading-pace.properties}.
 *
 * @param unit the noun for one unit, in English
 * @param perMinute units read in a minute
 */
public record ReadingPace(String unit, int perMinute) {
  /** Silent reading speed; M. Brysbaert (2019) measured 238 for English non-fiction. */
  private static final ReadingPace WORDS = new ReadingPace("word", 230);

  private static final String FILE = "reading-pace.properties";

  private static final Map<String, ReadingPace> CHARACTERS = read();

  /**
   * Returns the pace for a language.
   *
   * @param language a BCP 47 tag
   */
  public static ReadingPace of(String language) {
    return CHARACTERS.getOrDefault(Locale.forLanguageTag(language).getLanguage(), WORDS);
  }

  /** Returns the SHA-256 of the file of rates in Base64. */
  static String fileHash() {
    return Base64.getEncoder().encodeToString(Sha256.digest(bytes()));
  }

  /** Returns whether the unit is the character, a Unicode code point, rather than the word. */
  public boolean countsCharacters() {
    return !equals(WORDS);
  }

  private static Map<String, ReadingPace> read() {
    return new String(bytes(), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("=", -1))
        .collect(
            Collectors.toUnmodifiableMap(
                rate -> rate[0], rate -> new ReadingPace("character", Integer.parseInt(rate[1]))));
  }

  private static byte[] bytes() {
    try (InputStream file =
        Objects.requireNonNull(ReadingPace.class.getResourceAsStream(FILE), FILE)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " is missing from the class path: build again", e);
    }
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
