package dev.nutgraf.article.boilerplate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.article.Block.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoilerplatePhrasesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NAVIGATION | Read more: the cost",
        "NAVIGATION | READ MORE » the cost",
        "PARAGRAPH  | Read more than one paper",
        "NAVIGATION | Advertisement",
        "PARAGRAPH  | Advertisement is expensive",
        "NAVIGATION | Click here to see it",
        "PARAGRAPH  | Click heretofore",
        "CREDIT     | Photo: Jane Doe",
        "PARAGRAPH  | Photo of the bridge",
        "POST       | A post shared by Jane",
        "NAVIGATION | Читайте также: мост",
      })
  void countsAPhraseOnlyInItsForm(Role role, String text) {
    assertEquals(role, BoilerplatePhrases.roleOf(text, 0, text.length()));
  }
}
