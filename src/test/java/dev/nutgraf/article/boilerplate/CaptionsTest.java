package dev.nutgraf.article.boilerplate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionsTest {
  @ParameterizedTest
  @ValueSource(strings = {"Jane Doe/AFP/Getty Images", "Jane Doe via AP", "The bridge (AP)"})
  void recognizesACreditByItsAgency(String line) {
    assertTrue(Captions.isCredit(line, 0, line.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"The map", "She sold it to Getty Images.", "A trip via APIs and ports"})
  void takesOtherLinesForText(String line) {
    assertFalse(Captions.isCredit(line, 0, line.length()));
  }

  @Test
  void findsTheEndOfACreditThatProseFollows() {
    String text = "(Image: AP)The bridge is open.";
    assertEquals("(Image: AP)".length(), Captions.leadingCreditEnd(text, 0, text.length()));
    assertEquals(0, Captions.leadingCreditEnd("(AP) The bridge is open.", 0, 24));
  }

  @Test
  void recognizesACaptionByItsLabelAndAPlaceInThePicture() {
    String caption = "Reunited: The sisters (left) meet on the bridge.";
    assertTrue(Captions.isCaption(caption, 0, caption.length()));
    String prose = "The sisters (left) meet on the bridge.";
    assertFalse(Captions.isCaption(prose, 0, prose.length()));
  }
}
