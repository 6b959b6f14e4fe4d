package dev.nutgraf.local.evaluate;

import dev.nutgraf.rank.Ranking.Keyword;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The precision of key phrases at {@value #PHRASES}: the share of an article's first phrases that
 * occur in its title or first reference summary, averaged over the articles.
 *
 * <p>A phrase occurs where all its words stand one after the other, in the same form. Case,
 * punctuation and possessive endings are ignored. Articles without a phrase, or with neither title
 * nor reference, don't count.
 */
final class PhrasePrecision {
  private static final int PHRASES = 5;
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s?(?![\\p{L}\\p{M}\\p{N}])");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private final ScoreSample shares = new ScoreSample();

  /** Adds the key phrases of an article, best first. */
  void add(Example example, List<Keyword> phrases) {
    String expected =
        words(
            example.title().orElse("")
                + " "
                + example.references().stream().findFirst().orElse(""));
    if (!expected.isBlank() && !phrases.isEmpty()) {
      shares.add(
          phrases.stream()
              .limit(PHRASES)
              .mapToInt(phrase -> expected.contains(words(phrase.term())) ? 1 : 0)
              .average()
              .orElse(0));
    }
  }

  /** Returns the line of the report; empty if no article counts. */
  String line() {
    if (shares.isEmpty()) {
      return "";
    }
    double[] interval = shares.interval();
    return String.format(
        Locale.ROOT,
        "key phrases: %.1f %% (%.1f to %.1f) of the first %d occur in the title or reference summary%n",
        100 * shares.mean(),
        100 * interval[0],
        100 * interval[1],
        PHRASES);
  }

  /** Returns the lower-case words, with a space around each. */
  private static String words(String text) {
    String plain = POSSESSIVE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
    return " " + OTHER.matcher(plain).replaceAll(" ").strip() + " ";
  }
}
