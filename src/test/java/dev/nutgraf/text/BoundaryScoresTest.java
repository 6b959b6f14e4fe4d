package dev.nutgraf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.lexicon.Lexicon;
import dev.nutgraf.lexicon.Lexicons;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sentence boundaries in twelve short passages of each of ten languages, written for this test.
 *
 * <p>The scores are pinned exactly. A change that moves one is not wrong by that, but whoever makes
 * it moves the pin in the same commit and gives the reason.
 */
final class BoundaryScoresTest {
  private final Lexicons lexicons = new Lexicons();
  private final BoundaryModel model = BoundaryModel.load();

  /**
   * Compares counts of boundaries between two sentences of a passage.
   *
   * @param expected boundaries in the file
   * @param found boundaries that the splitter finds
   * @param right those of them that are in the file; F1 is 2 right / (expected + found)
   */
  @ParameterizedTest
  @CsvSource({
    "ar, 24, 24, 24",
    "de, 24, 25, 24",
    "en, 25, 26, 25",
    "es, 24, 24, 24",
    "fr, 24, 24, 23",
    "it, 24, 25, 24",
    "ja, 24, 25, 24",
    "nl, 24, 24, 24",
    "pt, 24, 24, 24",
    "ru, 24, 24, 24",
  })
  void findsThePinnedNumberOfBoundaries(String language, int expected, int found, int right)
      throws IOException {
    Lexicon lexicon = lexicons.get(language);
    String separator = language.equals("ja") ? "" : " ";
    int gold = 0;
    int proposed = 0;
    int hits = 0;
    List<String> errors = new ArrayList<>();
    for (List<String> sentences : passages(language)) {
      String text = String.join(separator, sentences);
      Set<Integer> ends = new TreeSet<>();
      int at = 0;
      for (String sentence : sentences) {
        ends.add(at + sentence.length());
        at += sentence.length() + separator.length();
      }
      Set<Integer> splits = new TreeSet<>();
      new SentenceSplitter(text, lexicon, model)
          .split(0, text.length(), (start, end) -> splits.add(end));
      ends.remove(text.length());
      splits.remove(text.length());
      gold += ends.size();
      proposed += splits.size();
      for (int end : splits) {
        if (ends.contains(end)) {
          hits++;
        } else {
          errors.add("extra: " + around(text, end));
        }
      }
      ends.removeAll(splits);
      ends.forEach(end -> errors.add("missed: " + around(text, end)));
    }
    assertEquals(
        List.of(expected, found, right),
        List.of(gold, proposed, hits),
        () -> String.join("\n", errors) + "\nboundaries in the file, found, right");
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 30), at)
        + " | "
        + text.substring(at, Math.min(text.length(), at + 20));
  }

  private static List<List<String>> passages(String language) throws IOException {
    String name = "boundaries/" + language + ".txt";
    try (InputStream in = BoundaryScoresTest.class.getResourceAsStream(name)) {
      String file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<List<String>> passages = new ArrayList<>();
      for (String passage : file.split("\n\n", -1)) {
        List<String> lines = passage.lines().filter(line -> !line.startsWith("#")).toList();
        if (!lines.isEmpty()) {
          passages.add(lines);
        }
      }
      return passages;
    }
  }
}
