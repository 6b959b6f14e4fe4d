package dev.nutgraf.article.html;

import dev.nutgraf.lexicon.LexiconFiles;
import dev.nutgraf.lexicon.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Counts the phrases of dialogs that ask for consent, a subscription or a login.
 *
 * <p>The phrases of the lexicons address the reader ({@code you can withdraw}, {@code subscribe to
 * continue}) or name the site as {@code we}, which a report about cookies or subscriptions doesn't
 * do outside of quotations.
 */
final class ConsentPhrases {
  /** A phrase, which counts in any case if it has no capitals: {@code Ihre} isn't {@code ihre}. */
  private record Phrase(String text, boolean anyCase) {}

  /** First characters by which a phrase is found; none is shorter. */
  private static final int OPENING = 4;

  private static final int BUCKETS = 1 << 12;

  /** Phrases by a hash of their first {@value #OPENING} characters. */
  private static final List<List<Phrase>> BY_OPENING = byOpening();

  private ConsentPhrases() {}

  private static List<List<Phrase>> byOpening() {
    List<List<Phrase>> phrases = new ArrayList<>();
    for (int i = 0; i < BUCKETS; i++) {
      phrases.add(new ArrayList<>());
    }
    for (String phrase : LexiconFiles.union(Section.CONSENT_PHRASES)) {
      boolean anyCase = phrase.equals(phrase.toLowerCase(Locale.ROOT));
      phrases.get(bucket(phrase, 0)).add(new Phrase(phrase, anyCase));
    }
    return phrases.stream().map(List::copyOf).toList();
  }

  private static int bucket(String text, int at) {
    int hash = 0;
    for (int i = at; i < at + OPENING; i++) {
      hash = 31 * hash + Character.toLowerCase(text.charAt(i));
    }
    return (hash ^ hash >>> 12) & (BUCKETS - 1);
  }

  /** Returns the number of phrases in a line, in any language, each at the start of a word. */
  static int count(String line) {
    int count = 0;
    int at = 0;
    while (at + OPENING <= line.length()) {
      int end = phraseEnd(line, at);
      count += end > at ? 1 : 0;
      at = Math.max(at, end);
      while (at < line.length() && Character.isLetter(line.charAt(at))) {
        at++;
      }
      while (at < line.length() && !Character.isLetter(line.charAt(at))) {
        at++;
      }
    }
    return count;
  }

  private static int phraseEnd(String line, int start) {
    for (Phrase phrase : BY_OPENING.get(bucket(line, start))) {
      int length = phrase.text.length();
      if (line.regionMatches(phrase.anyCase, start, phrase.text, 0, length)) {
        return start + length;
      }
    }
    return start;
  }
}
