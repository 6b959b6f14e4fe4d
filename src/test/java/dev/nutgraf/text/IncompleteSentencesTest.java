package dev.nutgraf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IncompleteSentencesTest {
  private static final String SENTENCE = "The judge read the list.";

  private static List<String> candidates(Role role, String... lines) {
    String text = String.join("\n", lines);
    List<Sentence> sentences = new ArrayList<>();
    int start = 0;
    for (String line : lines) {
      int end = start + line.length();
      sentences.add(new Sentence(start, end, new Block(start, end, role)));
      start = end + 1;
    }
    return IncompleteSentences.setApart(text, sentences).stream()
        .filter(Sentence::isCandidate)
        .map(sentence -> text.substring(sentence.start(), sentence.end()))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The judge told him to:",
        "pay back all of the money;",
        "pay back all of the money; and",
        "das Geld zurückzahlen; oder",
        "the “deposits” of the families:”",
        "法官要求他：",
      })
  void setsApartWhatAListContinues(String incomplete) {
    assertEquals(List.of(SENTENCE), candidates(Role.PARAGRAPH, incomplete, SENTENCE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pay back all of the money,", "pay back all of the money, and"})
  void setsApartItemsThatEndInAComma(String item) {
    assertEquals(List.of(SENTENCE), candidates(Role.LIST_ITEM, item, SENTENCE));
    assertEquals(List.of(item, SENTENCE), candidates(Role.PARAGRAPH, item, SENTENCE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ποιος πλήρωσε;", "Ով վճարեց:", "the bridge; and nobody", "Nobody paid"})
  void keepsSentencesThatNothingContinues(String sentence) {
    assertEquals(List.of(sentence, SENTENCE), candidates(Role.PARAGRAPH, sentence, SENTENCE));
  }

  @Test
  void keepsIncompleteSentencesIfNothingElseRemains() {
    assertEquals(
        List.of("to pay;", "to leave;"), candidates(Role.LIST_ITEM, "to pay;", "to leave;"));
  }
}
