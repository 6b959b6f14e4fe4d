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
        "NAVIGATION | The post A bridge opens appeared first on Coast Review.",
        "NAVIGATION | Der Beitrag Brücke offen erschien zuerst auf Küstenblick.",
        "NAVIGATION | L’article Le pont ouvre est apparu en premier sur La Côte.",
        "PARAGRAPH  | The post at the bridge was the first on the road.",
        "NAVIGATION | JavaScript is disabled in your browser.",
        "NAVIGATION | Ihr Browser unterstützt das Element nicht.",
        "NAVIGATION | You are receiving this because you signed up.",
        "PARAGRAPH  | You are receiving this medal for your work.",
      })
  void countsAPhraseOnlyInItsForm(Role role, String text) {
    assertEquals(role, BoilerplatePhrases.roleOf(text, 0, text.length()));
  }
}
