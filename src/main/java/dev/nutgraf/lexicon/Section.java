package dev.nutgraf.lexicon;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A section of a lexicon file: one kind of words or phrases.
 *
 * <p>The sections up to {@link #OPEN_END_CHARACTERS} that say so act in their own language only.
 * All others act before the language of an article is known, so every article is held against those
 * of all languages together.
 */
public enum Section {
  /** Abbreviations before what they belong to, which never end a sentence: {@code Mr}. */
  TITLES("titles", Form.WORDS),
  /** Abbreviations only before a number: {@code No}, {@code p}. */
  NUMBERED("numbered", Form.WORDS),
  /** Abbreviations that end a sentence if a typical first word follows: {@code Inc}. */
  ABBREVIATIONS("abbreviations", Form.WORDS),
  /** Words without a meaning of their own; capitalized, they typically open a sentence. */
  STOP_WORDS("stop-words", Form.WORDS),
  /** Months and other nouns that follow an ordinal number written with a stop. */
  ORDINAL_NOUNS("ordinal-nouns", Form.WORDS),
  /** Verbs that name the speaker after a quotation, as written there: {@code asked}. */
  ATTRIBUTION_VERBS("attribution-verbs", Form.WORDS),
  /** Pronouns of address that are capitalized within a sentence: {@code Du}. */
  ADDRESS_PRONOUNS("address-pronouns", Form.WORDS),
  /** Particles between an initial and a name: {@code A. De Vries}; in {@code und} for all. */
  NAME_PARTICLES("name-particles", Form.WORDS),
  /** Names of the days; own language after a time of day, all languages in date lines. */
  WEEKDAYS("weekdays", Form.WORDS),
  /** Their abbreviations in date lines. */
  WEEKDAY_ABBREVIATIONS("weekday-abbreviations", Form.WORDS),
  /** Twelve lines, January first, each with the names of a month as dates write it. */
  MONTHS("months", Form.PHRASES),
  /** Words beside a date in a date line. */
  DATE_WORDS("date-words", Form.WORDS),
  /** Words before the date of a change. */
  UPDATE_WORDS("update-words", Form.WORDS),
  /** Words before the date of publication. */
  PUBLICATION_WORDS("publication-words", Form.WORDS),

  /** First words that refer to the sentence before; own language only. */
  PRONOUNS("pronouns", Form.WORDS),
  /** First words that continue or contrast the sentence before; own language only. */
  CONNECTIVES("connectives", Form.WORDS),
  /** First words that contrast with, or take back, the sentence before; own language only. */
  CONTRASTS("contrasts", Form.WORDS),
  /** The same as {@link #CONNECTIVES}, of two or three words; own language only. */
  CONNECTIVE_PHRASES("connective-phrases", Form.PHRASES),
  /** Stems of pronouns that stand for somebody named before; own language only. */
  REFERENCE_STEMS("reference-stems", Form.WORDS),
  /** Stems of demonstratives that may stand for a whole sentence; own language only. */
  DEMONSTRATIVE_STEMS("demonstrative-stems", Form.WORDS),
  /** Stems of nouns that sum up what was just told: {@code the move}; own language only. */
  ACCOUNT_STEMS("account-stems", Form.WORDS),
  /** Stems of the first and second person; own language only. */
  PERSONAL_STEMS("personal-stems", Form.WORDS),
  /** Stems of verbs that attribute a quotation; own language only. */
  SPEECH_STEMS("speech-stems", Form.WORDS),
  /** Stems of words that name a day, as news reports do; own language only. */
  DAY_STEMS("day-stems", Form.WORDS),

  /** How the language builds noun phrases, see {@link PhraseLexicon}; own language only. */
  PHRASE_TRAITS("phrase-traits", Form.WORDS),
  /** Articles and the like, directly before a noun or its adjective; own language only. */
  DETERMINERS("determiners", Form.WORDS),
  /** Prepositions before a noun, but not before a verb as well; own language only. */
  PREPOSITIONS("prepositions", Form.WORDS),
  /** Prepositions that names contain as well: {@code of}; own language only. */
  NAME_CONNECTORS("name-connectors", Form.WORDS),
  /** Stems of titles before the name of a person: {@code presid}; own language only. */
  PERSON_TITLE_STEMS("person-title-stems", Form.WORDS),
  /** Stems that only names have as key phrases, and no name alone; own language only. */
  NON_KEYWORD_STEMS("non-keyword-stems", Form.WORDS),
  /** Endings that only adjectives have; own language only. */
  ADJECTIVAL_ENDINGS("adjectival-endings", Form.WORDS),
  /** What stems of adjectives add to that of a place: {@code Iranian}; own language only. */
  ORIGIN_ENDINGS("origin-endings", Form.WORDS),
  /** Beginnings typical of verbs; own language only. */
  VERBAL_BEGINNINGS("verbal-beginnings", Form.WORDS),
  /** Endings typical of verbs and adverbs; own language only. */
  VERBAL_ENDINGS("verbal-endings", Form.WORDS),
  /** Characters that no word starts with, in a script without spaces; own language only. */
  NON_INITIALS("non-initials", Form.WORDS),
  /** Characters that no word ends with, in a script without spaces; own language only. */
  NON_FINALS("non-finals", Form.WORDS),
  /** Verbs in the present tense of what pictures show, alone or with a word; own language only. */
  PICTURE_VERBS("picture-verbs", Form.PHRASES),

  /** Words that a heading never ends with: the line continues in the next. */
  OPEN_ENDS("open-ends", Form.WORDS),
  /** The same as single characters, in scripts without spaces. */
  OPEN_END_CHARACTERS("open-end-characters", Form.WORDS),

  /** Prepositions between a text and the name of its author. */
  BYLINES("bylines", Form.PHRASES),
  /** The same where the word is a particle of names, too; in lower case: {@code di}. */
  LOWER_CASE_BYLINES("lower-case-bylines", Form.PHRASES),
  /** Words of a place's name that the name of a person doesn't have: {@code new}, {@code city}. */
  PLACE_WORDS("place-words", Form.WORDS),
  /** Words of languages that may write the month in figures before the day. */
  MONTH_FIRST_WORDS("month-first-words", Form.WORDS),
  /** Words of a byline, or particles of a name, in lower case. */
  BYLINE_WORDS("byline-words", Form.WORDS),
  /** Nouns of an author's job, which aren't part of the name. */
  JOB_TITLES("job-titles", Form.WORDS),
  /** Words that headlines capitalize and names don't have. */
  NOT_IN_NAMES("not-in-names", Form.WORDS),
  /** Labels before an author. */
  BYLINE_LABELS("byline-labels", Form.PHRASES),
  /** Whole lines above an author. */
  BYLINE_LINES("byline-lines", Form.PHRASES),
  /** Openings of a note on who contributed, as written. */
  CONTRIBUTION_OPENINGS("contribution-openings", Form.PHRASES),
  /** Endings of such a note. */
  CONTRIBUTION_ENDINGS("contribution-endings", Form.PHRASES),
  /** Names of news agencies and outlets that sign reports. */
  AGENCIES("agencies", Form.PHRASES),
  /** Labels before a date. */
  DATE_LABELS("date-labels", Form.PHRASES),
  /** Labels of a date that stands in front of the first sentence. */
  DATE_STAMPS("date-stamps", Form.PHRASES),

  /** Names of the header line that states the title of an article or the subject of a mail. */
  HEADER_TITLES("header-titles", Form.WORDS),
  /** Names of the header line that states the author. */
  HEADER_AUTHORS("header-authors", Form.WORDS),
  /** Names of the header line that states the date. */
  HEADER_DATES("header-dates", Form.WORDS),
  /** Names of other header lines of mail and documents. */
  HEADER_NAMES("header-names", Form.WORDS),

  /** Notes at the end of a feed's items; an ellipsis stands for the title. */
  FEED_FOOTERS("feed-footers", Form.PHRASES),
  /** Openings of a line or sentence that invites to click, follow or subscribe. */
  NAVIGATION_OPENINGS("navigation-openings", Form.PHRASES),
  /** Labels before a link. */
  NAVIGATION_LABELS("navigation-labels", Form.PHRASES),
  /** Whole lines of menus, share bars and advertisements. */
  NAVIGATION_LINES("navigation-lines", Form.PHRASES),
  /** Phrases of dialogs that ask for consent, money or a login; with capitals, as written. */
  CONSENT_PHRASES("consent-phrases", Form.PHRASES),
  /** Labels of links to the stories before and after, even glued to their headlines. */
  NEIGHBOR_LABELS("neighbor-labels", Form.PHRASES),
  /** First words of a link that ends in an arrow. */
  LINK_OPENINGS("link-openings", Form.WORDS),

  /** Labels before the source of a picture. */
  CREDIT_LABELS("credit-labels", Form.PHRASES),
  /** Openings of a picture credit or copyright note. */
  CREDIT_OPENINGS("credit-openings", Form.PHRASES),
  /** Endings of a picture credit; those longer than eight characters count anywhere in it. */
  CREDIT_ENDINGS("credit-endings", Form.PHRASES),
  /** Places within a picture, as captions write them in brackets. */
  PICTURE_PLACES("picture-places", Form.PHRASES),
  /** Notes that only captions open with, or have in brackets. */
  CAPTION_OPENINGS("caption-openings", Form.PHRASES),
  /** Labels of captions, with the colon. */
  CAPTION_LABELS("caption-labels", Form.PHRASES),
  /** Notes on the picture after a comma or in brackets: {@code seen here}. */
  CAPTION_NOTES("caption-notes", Form.PHRASES),
  /** Notes on the picture that end a caption: {@code in an undated photo}. */
  CAPTION_ENDINGS("caption-endings", Form.PHRASES),
  /** Participles that say what a picture shows. */
  PICTURE_PARTICIPLES("picture-participles", Form.WORDS),
  /** Openings of an embedded post's signature. */
  POST_OPENINGS("post-openings", Form.PHRASES);

  /** How the entries of a section are separated. */
  enum Form {
    /** By white space. */
    WORDS,
    /** By line ends. */
    PHRASES
  }

  private static final Map<String, Section> BY_LABEL = byLabel();

  private final String label;
  private final Form form;

  Section(String label, Form form) {
    this.label = label;
    this.form = form;
  }

  private static Map<String, Section> byLabel() {
    Map<String, Section> sections = new HashMap<>();
    for (Section section : values()) {
      sections.put(section.label, section);
    }
    return Map.copyOf(sections);
  }

  /** Returns the section of that name; null if there is none. */
  static @Nullable Section ofLabel(String label) {
    return BY_LABEL.get(label);
  }

  /** Returns the name that stands in brackets above the section. */
  String label() {
    return label;
  }

  /** Returns how its entries are separated. */
  Form form() {
    return form;
  }
}
