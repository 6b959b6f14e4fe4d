package dev.nutgraf.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.rank.Ranking.Choice;
import dev.nutgraf.rank.Ranking.Keyword;
import dev.nutgraf.text.AnalyzedText;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RankerTest {
  private static final String STORY =
      """
      The city council voted on Monday to close the harbor bridge for two years.
      Engineers had found cracks in the bridge that cannot be repaired while it is in use.
      "We have no choice," the mayor said.
      The bridge carries 40,000 cars a day between the harbor and the old town.
      Shop owners in the old town fear that customers will stay away.
      A new bridge is to open in 2029, the council said.
      It will cost 90 million dollars.
      """;

  private final Ranker ranker = new Ranker(true);

  @Test
  void choosesAsManySentencesAsAskedForInTheArticlesOrder() {
    Ranking ranking = rank(STORY, 3);
    List<Integer> chosen = ranking.chosen().stream().map(Choice::sentence).toList();
    assertEquals(3, chosen.size());
    assertEquals(chosen.stream().sorted().toList(), chosen);
  }

  @Test
  void choosesNoMoreSentencesThanThereAre() {
    assertEquals(7, rank(STORY, 20).chosen().size());
    assertEquals(1, rank("Only one sentence stands here.", 3).chosen().size());
  }

  @Test
  void numbersTheChosenByScoreBestFirst() {
    List<Choice> byRank =
        rank(STORY, 4).chosen().stream().sorted(Comparator.comparingInt(Choice::rank)).toList();
    assertEquals(List.of(1, 2, 3, 4), byRank.stream().map(Choice::rank).toList());
    List<Double> scores = byRank.stream().map(Choice::score).toList();
    assertEquals(scores.stream().sorted(Comparator.reverseOrder()).toList(), scores);
    assertEquals(4, scores.stream().distinct().count(), "scores that tell an order");
  }

  @Test
  void choosesNoSentenceTwice() {
    String repeated =
        "The harbor bridge will close for two years. The harbor bridge will close for two years."
            + " Shop owners in the old town fear that customers will stay away."
            + " Engineers found cracks in the steel that cannot be repaired.";
    List<Integer> chosen = rank(repeated, 2).chosen().stream().map(Choice::sentence).toList();
    assertTrue(!chosen.equals(List.of(0, 1)), "chose " + chosen);
  }

  @Test
  void givesTheSameRankingEveryTime() {
    assertEquals(rank(STORY, 3).chosen(), new Ranker(true).rank(Analyzed.text(STORY), 3).chosen());
  }

  @Test
  void keepsEveryScoreBetweenZeroAndOneWhateverTheText() {
    Random random = new Random(7);
    String alphabet = "ab .!?\n\"'(1,\u201cÉ漢\uD83D\uDE00-";
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder("x");
      int length = random.nextInt(400);
      for (int i = 0; i < length; i++) {
        text.appendCodePoint(alphabet.codePointAt(random.nextInt(alphabet.length())));
      }
      Ranking ranking = rank(text.toString(), 3);
      assertTrue(
          Arrays.stream(ranking.scores()).allMatch(score -> score >= 0 && score <= 1),
          () -> Arrays.toString(ranking.scores()) + " for " + text);
      assertTrue(
          ranking.keywords().stream().allMatch(k -> k.score() >= 0 && k.score() <= 1),
          () -> ranking.keywords() + " for " + text);
    }
  }

  @Test
  void summarizesALongTextFromAllOverIt() {
    Random random = new Random(11);
    String[] words =
        "harbor bridge council vote storm train river budget school mayor".split(" ", -1);
    StringBuilder text = new StringBuilder();
    for (int s = 0; s < 10_000; s++) {
      text.append("In ward ").append(s).append(" the");
      for (int w = 0; w < 6; w++) {
        text.append(' ').append(words[random.nextInt(words.length)]);
      }
      text.append(" plan was changed.\n");
    }
    List<Integer> chosen =
        rank(text.toString(), 10).chosen().stream().map(Choice::sentence).toList();
    assertEquals(10, chosen.size());
    assertTrue(chosen.get(0) < 1_000, "chose " + chosen);
    assertTrue(chosen.get(9) > 5_000, "chose " + chosen);
  }

  @Test
  void givesTheReasonsOfEveryChoiceStrongestFirst() {
    for (Choice choice : rank(STORY, 3).chosen()) {
      List<Double> strengths =
          choice.reasons().stream().map(reason -> -Math.abs(reason.contribution())).toList();
      assertTrue(strengths.size() >= 3, "reasons " + choice.reasons());
      assertEquals(strengths.stream().sorted().toList(), strengths);
    }
  }

  @Test
  void ranksAHundredThousandIdenticalSentencesInLinearTime() {
    AnalyzedText text =
        Analyzed.text("The harbor bridge will close for two years. ".repeat(100_000));
    Ranking ranking =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ranker.rank(text, 20));
    assertEquals(1, ranking.chosen().size());
  }

  @Test
  void findsTheOneDifferentSentenceBehindThousandsOfCopies() {
    String text =
        "The harbor bridge will close for two years. ".repeat(2_000)
            + "Engineers found cracks in the steel of its towers.";
    List<Integer> chosen = rank(text, 20).chosen().stream().map(Choice::sentence).toList();
    assertEquals(List.of(0, 2_000), chosen);
  }

  @Test
  void ranksTextWithoutAnyWord() {
    assertEquals(0, rank("!!! --- ???", 3).chosen().size());
  }

  @Test
  void choosesNoSentenceOfFiveMegabytes() {
    AnalyzedText text = Analyzed.text("word and more ".repeat(375_000));
    Ranking ranking = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ranker.rank(text, 3));
    assertEquals(0, ranking.chosen().size());
  }

  @Test
  void namesKeyPhrasesAsTheArticleWritesThemAndNoneTwice() {
    List<Keyword> keywords = rank(STORY, 3).keywords();
    assertTrue(keywords.size() <= 10);
    assertEquals(1.0, keywords.get(0).score());
    Set<String> words = new HashSet<>();
    for (Keyword keyword : keywords) {
      assertTrue(STORY.contains(keyword.term()), keyword.term());
      for (String word : keyword.term().toLowerCase(Locale.ROOT).split(" ", -1)) {
        assertTrue(words.add(word), "twice: " + word);
      }
    }
  }

  private Ranking rank(String text, int sentences) {
    return ranker.rank(Analyzed.text(text), sentences);
  }
}
