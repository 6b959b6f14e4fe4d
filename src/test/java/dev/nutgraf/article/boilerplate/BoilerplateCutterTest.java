package dev.nutgraf.article.boilerplate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoilerplateCutterTest {
  private static final String PROSE =
      "The minister opened the bridge on Monday morning. Thousands crossed it before noon.";
  private static final String MORE =
      "Engineers had worked on the pillars for three years. The river froze twice in that time.";

  private static List<String> rolesOf(String text) {
    return BoilerplateCutter.cut(text, 0, text.length(), true).stream()
        .map(b -> b.role() + ":" + text.substring(b.start(), b.end()))
        .toList();
  }

  private static String prose(String text) {
    return "PARAGRAPH:" + text;
  }

  @Test
  void takesTimeLinearInARunOfTerminators() {
    String text = "!".repeat(2_000_000) + "The ferry left on Monday morning.";
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> rolesOf(text));
  }

  @Test
  void cutsPictureLinksOutOfProse() {
    assertEquals(
        List.of(prose("He waved."), "ADDRESS:pic.twitter.com/Ab12", prose(PROSE)),
        rolesOf("He waved. pic.twitter.com/Ab12 " + PROSE));
  }

  @Test
  void separatesGluedCreditsFromTheProse() {
    assertEquals(List.of("CREDIT:(Image: AP)", prose(PROSE)), rolesOf("(Image: AP)" + PROSE));
    assertEquals(List.of(prose(PROSE), "CREDIT:(Image: AP)"), rolesOf(PROSE + " (Image: AP)"));
  }

  @Test
  void cutsBylineDateAndLinksOutOfASingleLine() {
    assertEquals(
        List.of(
            "BYLINE:By . Jane Doe .",
            "DATE:PUBLISHED: . 09:30 EST, 3 March 2014 . | . UPDATED: . 10:26 EST, 3 March 2014 .",
            prose(PROSE),
            "NAVIGATION:Scroll down for video .",
            prose(MORE),
            "BYLINE:CNN's John Roe contributed to this report."),
        rolesOf(
            "By . Jane Doe . PUBLISHED: . 09:30 EST, 3 March 2014 . | . UPDATED: . 10:26 EST, 3"
                + " March 2014 . "
                + PROSE
                + " Scroll down for video . "
                + MORE
                + " CNN's John Roe contributed to this report."));
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
  void keepsProseThatLooksLikeBoilerplate(String sentence) {
    String text = sentence + " " + PROSE;
    assertTrue(rolesOf(text).stream().allMatch(b -> b.startsWith("PARAGRAPH:")));
  }

  @Test
  void takesTheSentencesBeforeASignatureForThePost() {
    String post = "We stand with you. Help is on its way. — Jane Doe (@janedoe) January 26, 2022";
    String rest = (MORE + " ").repeat(7).strip();
    assertEquals(List.of("POST:" + post, prose(rest)), rolesOf(post + " " + rest));
  }

  @Test
  void cutsADatelineOnlyWhereNoProseStandsBefore() {
    String text = "NEW DELHI: " + PROSE;
    assertEquals(List.of("DATELINE:NEW DELHI:", prose(PROSE)), rolesOf(text));
    assertEquals(1, BoilerplateCutter.cut(text, 0, text.length(), false).size());
  }
}
