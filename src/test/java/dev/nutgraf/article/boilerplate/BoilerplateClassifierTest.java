package dev.nutgraf.article.boilerplate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.article.Block.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoilerplateClassifierTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NAVIGATION | Read more: What the bridge will cost",
        "NAVIGATION | Also read | Bridges of the world",
        "NAVIGATION | Related: Bridges of the world.",
        "NAVIGATION | Previous articleBridges Of The World Win A Prize",
        "NAVIGATION | Next article Why rivers freeze!",
        "NAVIGATION | Click here to see the bridge in pictures.",
        "NAVIGATION | Follow us on Twitter and Facebook.",
        "NAVIGATION | Sign up for our newsletter to get the news every day.",
        "NAVIGATION | Advertisement",
        "NAVIGATION | Share this:",
        "NAVIGATION | À lire aussi : le pont en images",
        "NAVIGATION | Xem thêm: Cây cầu mới",
        "NAVIGATION | * * *",
        "CREDIT | (Image: AP)",
        "CREDIT | Photo by Jane Doe",
        "CREDIT | Jane Doe/AFP/Getty Images",
        "CREDIT | Copyright 2020 The Bridge Times. All rights reserved.",
        "ADDRESS | https://example.org/bridge?id=1",
        "ADDRESS | pic.twitter.com/Ab12",
        "DATE | Published: 09:30 EST, 3 March 2014",
        "DATE | June 19, 2025 05:43",
        "BYLINE | By Jane Doe, Associated Press",
        "BYLINE | By JANE DOE and JOHN ROE",
        "BYLINE | Von Max Muster",
        "BYLINE | (Reporting by Jane Doe; Editing by John Roe)",
        "BYLINE | - AFP",
        "CAPTION | Reunited: The sisters (left) meet on the bridge.",
      })
  void classifiesALineByItsWording(Role role, String line) {
    assertEquals(role, BoilerplateClassifier.roleOf(line, 0, line.length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Date nights are back, says the hotel. 2022-01-22 was the first of them.",
        "Read more than one paper a day, the teacher said.",
        "Previous articles have shown how the bridge was paid for.",
        "Follow us on this long journey, said the guide.",
        "Share this with your neighbors, she told the crowd.",
        "Watch the river long enough and it will freeze, he said.",
        "Related problems were found in the northern pillar.",
        "Photographs of the bridge hang in every shop.",
        "By noon, thousands had crossed it.",
        "By Monday night, Paris and London had sent help.",
        "The president (left) thanked the engineers.",
        "He wrote to Jane Doe (@janedoe) and got no answer.",
        "Her account, http://example.org/jane, has been deleted.",
        "Von der Brücke aus sieht man das Meer.",
        "Par la suite, le pont a été fermé.",
        "« Rien ne change. Tout est perdu », dit-elle.",
        "Copyright law does not protect bridges.",
        "The agency (AP) reported it first.",
        "Would it hold?",
        "“It is a bridge for a century to come,’”",
        "桥在星期一开放。",
        "पुल सोमवार को खुला।",
        "هل يصمد الجسر؟",
      })
  void classifiesProseThatLooksLikeBoilerplateAsProse(String line) {
    assertEquals(Role.PARAGRAPH, BoilerplateClassifier.roleOf(line, 0, line.length()));
  }

  @Test
  void classifiesLongLinesAsProse() {
    String line = "Read more: " + "the bridge and the river ".repeat(12);
    assertEquals(Role.PARAGRAPH, BoilerplateClassifier.roleOf(line, 0, line.length()));
  }

  @Test
  void tellsALabeledDateFromAnother() {
    assertTrue(BoilerplateClassifier.isLabeledDate("Published: 3 March 2014"));
    assertFalse(BoilerplateClassifier.isLabeledDate("3 March 2014"));
  }
}
