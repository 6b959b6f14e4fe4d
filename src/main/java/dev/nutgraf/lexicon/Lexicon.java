package dev.nutgraf.lexicon;

import dev.nutgraf.chars.Letters;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of one language that matter for segmentation and ranking. Words of the text are looked
 * up by position, so that none is copied. Immutable.
 *
 * @see LexiconFile the format of its file
 */
public final class Lexicon {
  /** Bit of {@link Section#TITLES}. */
  public static final int TITLE = 1;

  /** Bit of {@link Section#NUMBERED}. */
  public static final int NUMBERED = 2;

  /** Bit of {@link Section#ABBREVIATIONS}. */
  public static final int ABBREVIATION = 4;

  /** Bit of {@link Section#STOP_WORDS}. */
  public static final int STOP_WORD = 8;

  /** Bit of {@link Section#ORDINAL_NOUNS}. */
  public static final int ORDINAL_NOUN = 16;

  /** Bit of {@link Section#ATTRIBUTION_VERBS}. */
  public static final int ATTRIBUTION = 32;

  /** Bit of {@link Section#ADDRESS_PRONOUNS}. */
  public static final int ADDRESS_PRONOUN = 64;

  /** Bit of {@link Section#NAME_PARTICLES}. */
  public static final int NAME_PARTICLE = 128;

  /** The bits of a word in any case. */
  private static final int ANY_CASE = 0xFF;

  /** Offset of the bits that count only where the text capitalizes the word: {@code Wash}. */
  private static final int CAPITALIZED_SHIFT = 8;

  /** Offset of the bits that count only where the text has it in capitals: {@code PT}. */
  private static final int CAPITALS_SHIFT = 16;

  private static final Map<Section, Integer> WORD_KINDS =
      new EnumMap<>(
          Map.of(
              Section.TITLES, TITLE,
              Section.NUMBERED, NUMBERED,
              Section.ABBREVIATIONS, ABBREVIATION,
              Section.STOP_WORDS, STOP_WORD,
              Section.ORDINAL_NOUNS, ORDINAL_NOUN,
              Section.ATTRIBUTION_VERBS, ATTRIBUTION,
              Section.ADDRESS_PRONOUNS, ADDRESS_PRONOUN));

  /** The language whose file holds what all languages share. */
  private static final String UNDETERMINED = "und";

  /** Longest word in a lexicon, in characters. */
  static final int MAX_WORD = 40;

  /** Fewest slots of the hash table; more words get the next power of two of half their length. */
  private static final int MIN_SLOTS = 64;

  /** Distinct first letters of {@link #lengths}, a power of two. */
  private static final int INITIALS = 128;

  /** The way a first word ties its sentence to the one before. */
  public enum Opening {
    /** It doesn't. */
    PLAIN,
    /** By a pronoun. */
    PRONOUN,
    /** By a connective. */
    CONNECTIVE,
    /** By a connective that contrasts with it or takes it back. */
    CONTRAST
  }

  /** What a word is a sign of. */
  public enum Cue {
    /** The first or second person. */
    PERSONAL,
    /** An attributed quotation. */
    SPEECH,
    /** The name of a day. */
    DAY,
    /** Somebody named before. */
    REFERENCE,
    /** A noun or a whole sentence before. */
    DEMONSTRATIVE,
    /** What was just told, as a whole. */
    ACCOUNT
  }

  private final String language;
  private final String letters;
  private final boolean ordinalStops;
  private final boolean elides;
  private final char[][] words;
  private final int[] kinds;

  /** By the low bits of the folded first letter, the lengths of the words as bits. */
  private final int[] lengths = new int[INITIALS];

  private final Set<String> weekdays = new HashSet<>();
  private final Set<String> pictureVerbs;
  private final Map<String, Opening> openings = new HashMap<>();
  private final Map<String, Cue> cues = new HashMap<>();
  private final PhraseLexicon phrases;

  private Lexicon(LexiconFile file, LexiconFile shared) {
    this.language = file.language();
    this.letters = file.letters();
    this.ordinalStops = file.ordinalStops();
    this.elides = file.elides();
    int length = 0;
    for (Section section : WORD_KINDS.keySet()) {
      length += file.length(section) + shared.length(section);
    }
    length += shared.length(Section.NAME_PARTICLES);
    int capacity = MIN_SLOTS;
    while (capacity < length / 2) {
      capacity *= 2;
    }
    this.words = new char[capacity][];
    this.kinds = new int[capacity];
    for (Map.Entry<Section, Integer> kind : WORD_KINDS.entrySet()) {
      for (String word : file.entries(kind.getKey())) {
        add(word, kind.getValue());
      }
    }
    for (String word : shared.entries(Section.TITLES)) {
      if (words[slot(word, 0, word.length())] == null) { // the language's own sense wins
        add(word, TITLE);
      }
    }
    for (String word : shared.entries(Section.NAME_PARTICLES)) {
      add(word, NAME_PARTICLE);
    }
    weekdays.addAll(file.entries(Section.WEEKDAYS));
    this.pictureVerbs = Set.copyOf(file.entries(Section.PICTURE_VERBS));
    put(file, Section.PRONOUNS, Opening.PRONOUN, openings);
    put(file, Section.CONNECTIVES, Opening.CONNECTIVE, openings);
    put(file, Section.CONNECTIVE_PHRASES, Opening.CONNECTIVE, openings);
    put(file, Section.CONTRASTS, Opening.CONTRAST, openings);
    put(file, Section.PERSONAL_STEMS, Cue.PERSONAL, cues);
    put(file, Section.SPEECH_STEMS, Cue.SPEECH, cues);
    put(file, Section.DAY_STEMS, Cue.DAY, cues);
    put(file, Section.REFERENCE_STEMS, Cue.REFERENCE, cues);
    put(file, Section.DEMONSTRATIVE_STEMS, Cue.DEMONSTRATIVE, cues);
    put(file, Section.ACCOUNT_STEMS, Cue.ACCOUNT, cues);
    this.phrases = new PhraseLexicon(file);
  }

  static <T> void put(LexiconFile file, Section section, T sense, Map<String, T> senses) {
    for (String word : file.entries(section)) {
      T other = senses.put(word, sense);
      if (other != null) {
        throw new IllegalStateException(
            "lexicon/%s.txt lists \"%s\" as %s and %s"
                .formatted(file.language(), word, other, sense));
      }
    }
  }

  /**
   * Returns the lexicon of a language: the words of its file, if it has one, and the titles that
   * names keep in every language.
   */
  static Lexicon load(String language) {
    LexiconFile file = LexiconFiles.get(language);
    LexiconFile shared = LexiconFiles.get(UNDETERMINED);
    if (shared == null) {
      throw new IllegalStateException("lexicon/languages.txt doesn't list " + UNDETERMINED);
    }
    return new Lexicon(file == null ? new LexiconFile(language, new byte[0]) : file, shared);
  }

  /** Returns the primary subtag of the language. */
  public String language() {
    return language;
  }

  /** Returns whether the language writes the letter, which isn't one of the 26 basic ones. */
  public boolean usesLetter(char folded) {
    return letters.indexOf(folded) >= 0;
  }

  /** Returns the number of letters that the language uses beyond the 26 basic ones. */
  public int letterCount() {
    return letters.length();
  }

  /** Returns whether the language writes ordinal numbers with a stop: {@code 12. Juni}. */
  public boolean ordinalStops() {
    return ordinalStops;
  }

  /** Returns whether a short word loses its last vowel before an apostrophe: {@code l'homme}. */
  public boolean elides() {
    return elides;
  }

  /** Returns whether the word, in lower case, is the full name of a day of the week. */
  public boolean isWeekday(String word) {
    return weekdays.contains(word);
  }

  /** Returns whether the verb, or it and the next word, tells what a picture shows. */
  public boolean isPictureVerb(String words) {
    return pictureVerbs.contains(words);
  }

  /** Returns how a sentence opens that starts with the words, given in lower case. */
  public Opening opening(String words) {
    return openings.getOrDefault(words, Opening.PLAIN);
  }

  /** Returns what a word of this stem is a sign of; null for most. */
  public @Nullable Cue cue(String stem) {
    return cues.get(stem);
  }

  /** Returns whether names contain the word from start to end, in any case: {@code von}. */
  public boolean isNameParticle(CharSequence text, int start, int end) {
    if (end - start > MAX_WORD || !hasWord(text.charAt(start), end - start)) {
      return false;
    }
    return (kinds[slot(text, start, end)] >> CAPITALIZED_SHIFT & NAME_PARTICLE) != 0;
  }

  /** Returns the words by which key phrases are found. */
  public PhraseLexicon phrases() {
    return phrases;
  }

  /** Receives a word, folded, and whether only its capitalized form is meant. */
  @FunctionalInterface
  public interface Sink {
    /** The callee must not change the characters. */
    void word(char[] word, boolean onlyCapitalized);
  }

  /** Hands out the stop words in no particular order. */
  public void forEachStopWord(Sink sink) {
    for (int slot = 0; slot < words.length; slot++) {
      boolean anyCase = (kinds[slot] & STOP_WORD) != 0;
      if (anyCase || (kinds[slot] & STOP_WORD << CAPITALIZED_SHIFT) != 0) {
        sink.word(words[slot], !anyCase);
      }
    }
  }

  /** Returns the bits of the word from start to end, whatever its case; 0 for an unknown word. */
  public int kinds(CharSequence text, int start, int end) {
    if (end <= start || end - start > MAX_WORD || !hasWord(text.charAt(start), end - start)) {
      return 0;
    }
    int slot = slot(text, start, end);
    if (words[slot] == null) {
      return 0;
    }
    int kind = kinds[slot];
    if (kind <= ANY_CASE || !Letters.isUpper(text.charAt(start))) {
      return kind & ANY_CASE;
    }
    boolean capitals = end - start > 1 && Letters.isUpper(text.charAt(start + 1));
    return (kind | kind >> (capitals ? CAPITALS_SHIFT : CAPITALIZED_SHIFT)) & ANY_CASE;
  }

  private void add(String word, int kind) {
    int slot = slot(word, 0, word.length());
    if (words[slot] == null) {
      char[] folded = new char[word.length()];
      for (int i = 0; i < folded.length; i++) {
        folded[i] = Letters.fold(word.charAt(i));
      }
      words[slot] = folded;
      lengths[folded[0] & (INITIALS - 1)] |= lengthBit(folded.length);
    }
    boolean capitalized = Letters.isUpper(word.charAt(0));
    boolean capitals = word.length() > 1 && Letters.isUpper(word.charAt(1));
    kinds[slot] |= kind << (!capitalized ? 0 : capitals ? CAPITALS_SHIFT : CAPITALIZED_SHIFT);
  }

  /**
   * Returns whether a word of that first letter and length may be in the lexicon. This settles most
   * words of a text, which are longer than stop words and abbreviations, without hashing them.
   */
  private boolean hasWord(char first, int length) {
    return (lengths[Letters.fold(first) & (INITIALS - 1)] & lengthBit(length)) != 0;
  }

  /** The bit of a length; the last one stands for all greater lengths too. */
  private static int lengthBit(int length) {
    return 1 << Math.min(length, Integer.SIZE - 1);
  }

  private int slot(CharSequence text, int start, int end) {
    return slot(words, text, start, end);
  }

  /** Returns the slot of a word, or the free one for it; the number of slots is a power of two. */
  static int slot(char[][] words, CharSequence text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + Letters.fold(text.charAt(i));
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
      if (word[i] != Letters.fold(text.charAt(start + i))) {
        return false;
      }
    }
    return true;
  }
}
