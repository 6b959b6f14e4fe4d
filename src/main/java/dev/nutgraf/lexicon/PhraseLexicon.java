package dev.nutgraf.lexicon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of one language by which key phrases are found. Immutable.
 *
 * <p>{@link Section#PHRASE_TRAITS} may list {@code capitalized-nouns} if all nouns have capitals,
 * {@code adjectives-follow} if most adjectives stand after the noun, and {@code spaced-syllables}
 * if spaces separate the syllables of a word.
 */
public final class PhraseLexicon {
  /** The role of a term in the search for key phrases. */
  public enum Role {
    /** A word that a phrase may have. */
    NONE,
    /** Opens a noun phrase. */
    DETERMINER,
    /** Opens a noun phrase or a participle. */
    PREPOSITION,
    /** The same, and part of names. */
    CONNECTOR,
    /** Stands before the name of a person. */
    TITLE,
    /** Only names have it, and none alone. */
    NON_KEYWORD
  }

  private final Map<String, Role> roles = new HashMap<>();
  private final List<String> traits;
  private final String[] verbalBeginnings;
  private final Endings verbalEndings;
  private final Endings adjectivalEndings;
  private final List<String> originEndings;
  private final List<String> nonInitials;
  private final List<String> nonFinals;
  private final boolean listsOpenings;

  PhraseLexicon(LexiconFile file) {
    Lexicon.put(file, Section.DETERMINERS, Role.DETERMINER, roles);
    Lexicon.put(file, Section.PREPOSITIONS, Role.PREPOSITION, roles);
    this.listsOpenings = !roles.isEmpty();
    Lexicon.put(file, Section.NAME_CONNECTORS, Role.CONNECTOR, roles);
    Lexicon.put(file, Section.PERSON_TITLE_STEMS, Role.TITLE, roles);
    Lexicon.put(file, Section.NON_KEYWORD_STEMS, Role.NON_KEYWORD, roles);
    for (Section names : List.of(Section.DAY_STEMS, Section.WEEKDAYS, Section.MONTHS)) {
      for (String forms : file.entries(names)) {
        for (String form : forms.split(" ", -1)) {
          roles.putIfAbsent(form, Role.NON_KEYWORD);
        }
      }
    }
    this.traits = file.entries(Section.PHRASE_TRAITS);
    this.verbalBeginnings = file.entries(Section.VERBAL_BEGINNINGS).toArray(String[]::new);
    this.verbalEndings = new Endings(file.entries(Section.VERBAL_ENDINGS));
    this.adjectivalEndings = new Endings(file.entries(Section.ADJECTIVAL_ENDINGS));
    this.originEndings = file.entries(Section.ORIGIN_ENDINGS);
    this.nonInitials = file.entries(Section.NON_INITIALS);
    this.nonFinals = file.entries(Section.NON_FINALS);
  }

  /** Returns the role of a stem or of a stop word. */
  public Role role(String stem) {
    return roles.getOrDefault(stem, Role.NONE);
  }

  /** Returns whether the language lists the words that open a noun phrase. */
  public boolean listsOpenings() {
    return listsOpenings;
  }

  /** Returns whether all nouns have capitals. */
  public boolean capitalizesNouns() {
    return traits.contains("capitalized-nouns");
  }

  /** Returns whether most adjectives stand after the noun. */
  public boolean adjectivesFollow() {
    return traits.contains("adjectives-follow");
  }

  /** Returns whether spaces separate the syllables of a word. */
  public boolean spacesSyllables() {
    return traits.contains("spaced-syllables");
  }

  /** Returns whether the word from start to end begins or ends as verbs and adverbs do. */
  public boolean isVerbal(String text, int start, int end) {
    return verbalEndings.endAny(text, start, end) || startsAny(text, start, end);
  }

  private boolean startsAny(String text, int start, int end) {
    for (String beginning : verbalBeginnings) {
      if (start + beginning.length() < end && text.startsWith(beginning, start)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the word from start to end has an ending that only adjectives have. */
  public boolean isAdjectival(String text, int start, int end) {
    return adjectivalEndings.endAny(text, start, end);
  }

  /** Returns whether adjectives add the ending to the stem of a place: Iran, Iranian. */
  public boolean isOriginEnding(String ending) {
    return originEndings.contains(ending);
  }

  /** Returns whether a word of a script without spaces may have these ends. */
  public boolean mayBeWord(String word) {
    return !nonInitials.contains(word.substring(0, 1))
        && !nonFinals.contains(word.substring(word.length() - 1));
  }
}
