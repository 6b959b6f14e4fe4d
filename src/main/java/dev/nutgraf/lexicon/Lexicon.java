package dev.nutgraf.lexicon;

import dev.nutgraf.chars.Characters;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of one language that matter for cutting it up: abbreviations, months, stop words.
 * Looked up by position in the text, so that no word need be copied out of it. Immutable.
 *
 * <p>Its resource {@code lexicon/LANGUAGE.txt} holds one kind a line: the kind, then words. An
 * abbreviation is written without its last stop; one that is also a common word is written with a
 * capital and holds only where the text capitalizes it. Lines that start with {@code #} are
 * comments. Besides kinds, {@code letters} lists those beyond the basic alphabet of its script, and
 * {@code ordinal-stops} says that a stop makes a number an ordinal.
 */
public final class Lexicon {
  /** Stands before what it belongs to, so it never ends a sentence: {@code Mr}, {@code e.g}. */
  public static final int TITLE = 1;

  /** Abbreviates only before a number: {@code No}, {@code p}. */
  public static final int NUMBERED = 2;

  /** May end a sentence, and does if a word follows that typically opens one: {@code Inc}. */
  public static final int ABBREVIATION = 4;

  /** Carries no meaning of its own: {@code the}. Capitalized, it typically opens a sentence. */
  public static final int STOP_WORD = 8;

  /** Name of a month: an ordinal's stop before it ends no sentence. */
  public static final int MONTH = 16;

  /** Counts only where the text capitalizes it: {@code Wash}, {@code Sun}. */
  private static final int CAPITALIZED = 32;

  private static final int LONGEST_WORD = 40;

  private final char[][] words;
  private final byte[] kinds;
  private final String language;
  private boolean ordinalStops;
  private String letters = "";

  private Lexicon(String language, List<String> lines) {
    this.language = language;
    int capacity = 64;
    int count = 0;
    for (String line : lines) {
      count += line.length();
    }
    while (capacity < count / 2) {
      capacity *= 2;
    }
    this.words = new char[capacity][];
    this.kinds = new byte[capacity];
    for (String line : lines) {
      if (line.equals("ordinal-stops")) {
        ordinalStops = true;
        continue;
      }
      int at = line.indexOf(' ');
      if (line.startsWith("letters ")) {
        letters = line.substring(at + 1);
        continue;
      }
      int kind = kind(line.substring(0, at));
      while (at < line.length()) {
        int end = line.indexOf(' ', at + 1);
        end = end < 0 ? line.length() : end;
        add(line, at + 1, end, kind);
        at = end;
      }
    }
  }

  /** Reads the lexicon of a language; one without words if there is none. */
  static Lexicon load(String language) {
    try (InputStream in = Lexicon.class.getResourceAsStream(language + ".txt")) {
      if (in == null) {
        return new Lexicon(language, List.of());
      }
      List<String> lines = new ArrayList<>();
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isEmpty() && line.charAt(0) != '#') {
          lines.add(line);
        }
      }
      return new Lexicon(language, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int kind(String name) {
    return switch (name) {
      case "title" -> TITLE;
      case "numbered" -> NUMBERED;
      case "abbreviation" -> ABBREVIATION;
      case "stop-word" -> STOP_WORD;
      case "month" -> MONTH;
      default -> throw new IllegalStateException("unknown kind of word: " + name);
    };
  }

  /** The language's primary subtag. */
  public String language() {
    return language;
  }

  /** Whether the language writes the letter, which is not one of the 26 basic ones. */
  public boolean usesLetter(char folded) {
    return letters.indexOf(folded) >= 0;
  }

  /** Whether the language writes ordinal numbers with a stop: {@code 12. Juni}. */
  public boolean ordinalStops() {
    return ordinalStops;
  }

  /** Receives a word, folded, and whether only its capitalized form is meant. */
  @FunctionalInterface
  public interface Sink {
    /** The characters are not to be changed. */
    void word(char[] word, boolean onlyCapitalized);
  }

  /** Hands out the stop words, in no order. */
  public void forEachStopWord(Sink sink) {
    for (int slot = 0; slot < words.length; slot++) {
      if (words[slot] != null && (kinds[slot] & STOP_WORD) != 0) {
        sink.word(words[slot], (kinds[slot] & CAPITALIZED) != 0);
      }
    }
  }

  /** The kinds, as bits, of the word that stands there, whatever its case; 0 if it is not known. */
  public int kinds(CharSequence text, int start, int end) {
    if (end <= start || end - start > LONGEST_WORD) {
      return 0;
    }
    int slot = slot(text, start, end);
    if (words[slot] == null) {
      return 0;
    }
    int kind = kinds[slot];
    return (kind & CAPITALIZED) != 0 && Characters.isLower(text.charAt(start)) ? 0 : kind;
  }

  private void add(String line, int start, int end, int kind) {
    if (start == end) {
      return;
    }
    int slot = slot(line, start, end);
    if (words[slot] == null) {
      char[] word = new char[end - start];
      for (int i = 0; i < word.length; i++) {
        word[i] = Characters.fold(line.charAt(start + i));
      }
      words[slot] = word;
    }
    kinds[slot] |= (byte) (Characters.isUpper(line.charAt(start)) ? kind | CAPITALIZED : kind);
  }

  private int slot(CharSequence text, int start, int end) {
    return slot(words, text, start, end);
  }

  /** Where the word is among the words, hashed into a power of two of slots, or would be put. */
  static int slot(char[][] words, CharSequence text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + Characters.fold(text.charAt(i));
    }
    int slot = (hash ^ hash >>> 15) & (words.length - 1);
    while (words[slot] != null && !matches(words[slot], text, start, end)) {
      slot = (slot + 1) & (words.length - 1);
    }
    return slot;
  }

  private static boolean matches(char[] word, CharSequence text, int start, int end) {
    if (word.length != end - start) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (word[i] != Characters.fold(text.charAt(start + i))) {
        return false;
      }
    }
    return true;
  }
}
