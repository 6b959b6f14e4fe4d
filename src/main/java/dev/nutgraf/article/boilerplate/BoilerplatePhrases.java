package dev.nutgraf.article.boilerplate;

import dev.nutgraf.article.Block.Role;
import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.LexiconFiles;
import dev.nutgraf.lexicon.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * Recognizes the boilerplate phrases of the lexicons. Each has the form in which it isn't prose:
 * "Read more:" is a link, "Read more than one paper" starts a sentence.
 */
final class BoilerplatePhrases {
  /** Forms in which a phrase is boilerplate. */
  private enum Form {
    /** At the start of a line or sentence, before any other words. */
    OPENING,
    /** Before a colon, bar or arrow. */
    LABEL,
    /** As the whole line. */
    LINE,
    /** At the start, with its second part later in the same range. */
    FRAME
  }

  private record Phrase(String text, Form form, Role role, String closing) {}

  /** Stands for the title between the parts of a phrase of {@link Form#FRAME}. */
  private static final String GAP = " … ";

  private static final int LETTERS = 26;

  /** Phrases by their first two characters, each a letter from a to z or any other character. */
  private static final List<List<Phrase>> BY_OPENING = byOpening();

  private BoilerplatePhrases() {}

  private static List<List<Phrase>> byOpening() {
    List<List<Phrase>> phrases = new ArrayList<>();
    for (int i = 0; i < (LETTERS + 1) * (LETTERS + 1); i++) {
      phrases.add(new ArrayList<>());
    }
    put(phrases, Form.OPENING, Role.NAVIGATION, Section.NAVIGATION_OPENINGS);
    put(phrases, Form.FRAME, Role.NAVIGATION, Section.FEED_FOOTERS);
    put(phrases, Form.LABEL, Role.NAVIGATION, Section.NAVIGATION_LABELS);
    put(phrases, Form.LINE, Role.NAVIGATION, Section.NAVIGATION_LINES);
    put(phrases, Form.LABEL, Role.CREDIT, Section.CREDIT_LABELS);
    put(phrases, Form.OPENING, Role.CREDIT, Section.CREDIT_OPENINGS);
    put(phrases, Form.LABEL, Role.DATE, Section.DATE_LABELS);
    put(phrases, Form.LABEL, Role.BYLINE, Section.BYLINE_LABELS);
    put(phrases, Form.LINE, Role.BYLINE, Section.BYLINE_LINES);
    put(phrases, Form.OPENING, Role.POST, Section.POST_OPENINGS);
    return phrases.stream().map(List::copyOf).toList();
  }

  private static void put(List<List<Phrase>> phrases, Form form, Role role, Section section) {
    for (String phrase : LexiconFiles.union(section)) {
      int gap = phrase.indexOf(GAP);
      String opening = gap < 0 ? phrase : phrase.substring(0, gap + 1);
      String closing = gap < 0 ? "" : phrase.substring(gap + GAP.length() - 1) + ' ';
      phrases.get(bucket(phrase, 0)).add(new Phrase(opening, form, role, closing));
    }
  }

  private static int bucket(String text, int start) {
    int second = start + 1 < text.length() ? letter(text.charAt(start + 1)) : LETTERS;
    return letter(text.charAt(start)) * (LETTERS + 1) + second;
  }

  private static int letter(char c) {
    char lower = Character.toLowerCase(c);
    return lower >= 'a' && lower <= 'z' ? lower - 'a' : LETTERS;
  }

  /** Returns the role of a range that is a phrase in its form, or {@link Role#PARAGRAPH}. */
  static Role roleOf(String text, int start, int end) {
    if (start >= end) {
      return Role.PARAGRAPH;
    }
    for (Phrase phrase : BY_OPENING.get(bucket(text, start))) {
      int after = start + phrase.text.length();
      if (after <= end
          && text.regionMatches(true, start, phrase.text, 0, phrase.text.length())
          && fits(phrase, text, after, end)) {
        return phrase.role;
      }
    }
    return Role.PARAGRAPH;
  }

  private static boolean fits(Phrase phrase, String text, int after, int end) {
    return switch (phrase.form) {
      case OPENING ->
          after == end
              || !Character.isLetter(text.charAt(after))
              || !Character.isLetter(text.charAt(after - 1));
      case LABEL -> {
        int next = WhiteSpace.skip(text, after, end);
        yield next < end && endsLabel(text.charAt(next));
      }
      case LINE -> hasNoWord(text, after, end);
      case FRAME -> text.substring(after, end).contains(phrase.closing);
    };
  }

  private static boolean endsLabel(char c) {
    return c == ':' || c == '：' || c == '】' || c == '|' || Punctuation.isArrow(c);
  }

  /** Returns whether a range has neither letters nor digits. */
  static boolean hasNoWord(String text, int start, int end) {
    int at = start;
    while (at < end && !Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at == end;
  }
}
