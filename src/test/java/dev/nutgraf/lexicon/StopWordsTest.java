package dev.nutgraf.lexicon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class StopWordsTest {
  private final List<Lexicon> lexicons =
      LexiconFiles.languages().stream().map(Lexicon::load).toList();
  private final StopWords all = new StopWords(lexicons);

  @Test
  void agreesWithEachLexiconOnEveryWord() {
    List<String> words = new ArrayList<>(List.of("Port", "Elsie", "x", "Ünseen"));
    for (Lexicon lexicon : lexicons) {
      lexicon.forEachStopWord((word, onlyCapitalized) -> words.add(new String(word)));
    }
    assertTrue(words.size() > 1_000, "only " + words.size());
    for (String word : words) {
      check(word);
      check(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
  }

  private void check(String word) {
    long expected = 0;
    for (int language = 0; language < lexicons.size(); language++) {
      int kinds = lexicons.get(language).kinds(word, 0, word.length());
      expected |= (kinds & Lexicon.STOP_WORD) != 0 ? 1L << language : 0;
    }
    assertEquals(expected, all.languages(word, 0, word.length()), word);
  }
}
