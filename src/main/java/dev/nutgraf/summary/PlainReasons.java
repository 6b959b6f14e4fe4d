package dev.nutgraf.summary;

import dev.nutgraf.rank.Ranking.Choice;
import dev.nutgraf.rank.Ranking.Contribution;
import dev.nutgraf.rank.Ranking.Keyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoublePredicate;

/**
 * Says in one sentence why a sentence was chosen, for readers who don't know the model. Each clause
 * stands for features that raised the score, and for values of them that make the clause true.
 */
final class PlainReasons {
  private static final int MAX_CLAUSES = 3;

  /** Figures or key phrases that a clause names. */
  private static final int MAX_EVIDENCE = 2;

  /** Share of the candidates below which a rank counts as high. */
  private static final double HIGH_RANK = 0.25;

  /** Share of the text before a sentence near the start. */
  private static final double EARLY = 0.1;

  /** Sentences before one that still stands near the start. */
  private static final int NEAR_START = 3;

  /** Logarithm of the words before a sentence near the start. */
  private static final double WORDS_NEAR_START = Math.log1p(100);

  private static final String ABOUT = "is close to what the whole article says";
  private static final String KEY_WORDS = "has key words of the story";
  private static final String FIGURE = "gives a figure";
  private static final String HEADLINE = "shares words with the headline";
  private static final String OPENS_STORY = "opens the story";
  private static final String NEAR_THE_START = "comes near the start";

  /**
   * A clause.
   *
   * @param feature the label of the feature, as {@code Feature.label}
   * @param holds whether a value of the feature makes the words true
   * @param words a predicate whose subject is the sentence
   */
  private record Clause(String feature, DoublePredicate holds, String words) {}

  private static final List<Clause> CLAUSES =
      List.of(
          new Clause("position", value -> value == 0, OPENS_STORY),
          new Clause("position", value -> value <= NEAR_START, NEAR_THE_START),
          new Clause("words before", value -> value == 0, OPENS_STORY),
          new Clause("words before", value -> value <= WORDS_NEAR_START, NEAR_THE_START),
          new Clause("relative position", value -> value == 0, OPENS_STORY),
          new Clause("relative position", value -> value < EARLY, NEAR_THE_START),
          new Clause("position in paragraph", value -> value == 0, "opens a paragraph"),
          new Clause("headline covered", value -> value > 0, HEADLINE),
          new Clause("headline rank", value -> value < HIGH_RANK, "is close to the headline"),
          new Clause("centrality", value -> value > 0, ABOUT),
          new Clause("centrality rank", value -> value < HIGH_RANK, ABOUT),
          new Clause("directed centrality rank", value -> value < HIGH_RANK, ABOUT),
          new Clause("similarity to preceding", value -> value > 0, "takes up what came before"),
          new Clause("similarity to previous", value -> value > 0, "takes up what came before"),
          new Clause("similarity to lead", value -> value > 0, "takes up the opening"),
          new Clause("similarity to following", value -> value > 0, "leads to what follows"),
          new Clause("similarity to next", value -> value > 0, "leads to what follows"),
          new Clause("salience", value -> value > 0, KEY_WORDS),
          new Clause("salience rank", value -> value < HIGH_RANK, KEY_WORDS),
          new Clause("salience sum rank", value -> value < HIGH_RANK, KEY_WORDS),
          new Clause("top words", value -> value > 0, KEY_WORDS),
          new Clause(
              "repeated word pairs", value -> value > 0, "has phrases that the story repeats"),
          new Clause("expected words", value -> value > 0, KEY_WORDS),
          new Clause("expected words rank", value -> value < HIGH_RANK, KEY_WORDS),
          new Clause("expected share", value -> value > 0, KEY_WORDS),
          new Clause("expected share rank", value -> value < HIGH_RANK, KEY_WORDS),
          new Clause("expected new words", value -> value > 0, "adds key words of its own"),
          new Clause("new words", value -> value > 0, "adds something new"),
          new Clause("introduced words", value -> value > 0, "brings up what the story returns to"),
          new Clause("names", value -> value > 0, "gives names"),
          new Clause("new names", value -> value > 0, "gives new names"),
          new Clause("numbers", value -> value > 0, FIGURE),
          new Clause("names of days", value -> value > 0, "says when"),
          new Clause("words of saying", value -> value > 0, "says who said it"),
          new Clause("quoted", value -> value > 0, "quotes someone"),
          new Clause("quoted", value -> value == 0, "is in the writer's own words"));

  private PlainReasons() {}

  /**
   * Returns one sentence with up to three reasons, strongest first. Features that lowered the score
   * aren't reasons. Figures and key phrases are named.
   *
   * @param text the chosen sentence
   * @param keywords the key phrases of the article, best first
   */
  static String of(Choice choice, String text, List<Keyword> keywords) {
    List<String> clauses =
        choice.reasons().stream()
            .filter(reason -> reason.contribution() > 0)
            .flatMap(reason -> clause(reason).stream())
            .distinct()
            .limit(MAX_CLAUSES)
            .map(words -> words + evidence(words, text, keywords))
            .toList();
    if (clauses.isEmpty()) {
      return "Scores higher than other sentences, without one clear reason.";
    }
    StringBuilder sentence = new StringBuilder();
    for (int i = 0; i < clauses.size(); i++) {
      sentence.append(i == 0 ? "" : i == clauses.size() - 1 ? " and " : ", ");
      sentence.append(clauses.get(i));
    }
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1) + ".";
  }

  /** Returns in brackets what the sentence has of that kind; nothing if that isn't known. */
  private static String evidence(String words, String text, List<Keyword> keywords) {
    List<String> found =
        switch (words) {
          case KEY_WORDS -> keywordsIn(text, keywords);
          case FIGURE -> figures(text);
          default -> List.of();
        };
    return found.isEmpty() ? "" : " (" + String.join(", ", found) + ")";
  }

  private static List<String> keywordsIn(String text, List<Keyword> keywords) {
    return keywords.stream().map(Keyword::term).filter(text::contains).limit(MAX_EVIDENCE).toList();
  }

  /** Returns the first numbers, with a currency sign before or a percent sign after them. */
  private static List<String> figures(String text) {
    List<String> figures = new ArrayList<>();
    int at = 0;
    while (at < text.length() && figures.size() < MAX_EVIDENCE) {
      int start = at;
      while (at < text.length() && isInFigure(text, at)) {
        at++;
      }
      if (at == start) {
        at += Character.isLetterOrDigit(text.charAt(at)) ? lengthOfWord(text, at) : 1;
      } else {
        boolean currency =
            start > 0 && Character.getType(text.charAt(start - 1)) == Character.CURRENCY_SYMBOL;
        boolean percent = at < text.length() && text.charAt(at) == '%';
        figures.add(text.substring(currency ? start - 1 : start, percent ? at + 1 : at));
      }
    }
    return figures;
  }

  private static boolean isInFigure(String text, int at) {
    char c = text.charAt(at);
    boolean separates = c == ',' || c == '.';
    return isDigit(c)
        || (separates
            && at > 0
            && isDigit(text.charAt(at - 1))
            && at + 1 < text.length()
            && isDigit(text.charAt(at + 1)));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int lengthOfWord(String text, int start) {
    int end = start;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end - start;
  }

  /** Returns a rank among the chosen in words: 1 is {@code Most important}. */
  static String rank(int rank) {
    return switch (rank) {
      case 1 -> "Most important";
      case 2 -> "Second most important";
      case 3 -> "Third most important";
      default -> rank + "th most important";
    };
  }

  private static Optional<String> clause(Contribution reason) {
    return CLAUSES.stream()
        .filter(clause -> clause.feature().equals(reason.feature()))
        .filter(clause -> clause.holds().test(reason.value()))
        .map(Clause::words)
        .findFirst();
  }
}
