package dev.nutgraf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DoubtfulBoundariesTest {
  private static final String TEXT = "The bridge closed. It was old Nobody came... then it rained.";

  @Test
  void areAskedForOnlyWhereNoRuleDecides() {
    List<String> asked = new ArrayList<>();
    List<Integer> ends =
        new DoubtfulBoundaries()
            .split(
                TEXT,
                (terminated, end, features) -> {
                  asked.add((terminated ? "" : "- ") + TEXT.substring(0, end));
                  return false;
                });
    assertEquals(List.of(18, TEXT.length()), ends);
    assertEquals(
        List.of(
            "- The bridge closed. It was old",
            "The bridge closed. It was old Nobody came...",
            "- The bridge closed. It was old Nobody came..."),
        asked);
  }

  @Test
  void endSentencesWhereTheDeciderSaysSo() {
    List<Integer> ends = new DoubtfulBoundaries().split(TEXT, (terminated, end, features) -> true);
    assertEquals(List.of(18, 29, 44, TEXT.length()), ends);
  }
}
