package dev.nutgraf.local.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.lexicon.Lexicons;
import dev.nutgraf.local.evaluate.ReaderFaults.ReaderFault;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderFaultsTest {
  private static final Lexicons LEXICONS = new Lexicons();

  @Test
  void findsNoneInAPlainSentence() {
    assertEquals(Set.of(), faults("en", "The council of Port Elsie closed the bridge on Monday."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mayor Ana Ortiz (pictured) opened the bridge on Monday.",
        "Mayor Ana Ortiz (left, with her son) opened the bridge.",
        "The mayor opened the bridge again on Monday .",
        "Grand opening: The mayor cut a ribbon on Monday."
      })
  void findsTheMarksOfACaption(String sentence) {
    assertEquals(Set.of(ReaderFault.CAPTION), faults("en", sentence));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The party (left out of the talks in spring a year before) will not vote.",
        "Reporters asked the mayor of the town one thing: Who pays for it."
      })
  void doesNotTakeProseForACaption(String sentence) {
    assertEquals(Set.of(), faults("en", sentence));
  }

  @ParameterizedTest
  @CsvSource({
    "en, 'She said that the bridge would close.'",
    "en, '“But the bridge will close in May.”'",
    "en, 'Another bridge is to open in spring.'",
    "de, 'Doch die Brücke bleibt zunächst offen.'",
    "it, 'Inoltre il ponte resterà chiuso fino a maggio.'",
    "pt, 'Ele disse que a ponte vai fechar.'",
    "nl, 'Hij zei dat de brug dicht gaat.'",
    "sv, 'Hon sade att bron ska stängas.'",
    "da, 'Derfor lukker broen til maj måned.'",
    "nb, 'Likevel stenger broen i mai måned.'",
    "pl, 'Jednak most będzie zamknięty do maja.'",
    "cs, 'Přesto bude most zavřený do května.'",
    "ro, 'Aceasta va fi închisă până în mai.'",
    "hu, 'Ezért a híd májusig zárva lesz.'",
    "tr, 'Ancak köprü mayıs ayına kadar kapalı.'",
    "ru, 'Он сказал, что мост закроют в мае.'",
    "uk, 'Проте міст буде закрито до травня.'",
    "id, 'Namun jembatan itu akan ditutup besok.'"
  })
  void findsAnOpeningThatPointsBackUnlessTheSentenceBeforeIsThere(
      String language, String sentence) {
    assertEquals(Set.of(ReaderFault.ANAPHORA), faults(language, sentence));
    assertEquals(
        Set.of(), ReaderFaults.of(LEXICONS.get(language), List.of(sentence), List.of(true)));
  }

  @ParameterizedTest
  @CsvSource({
    "en, '“The bridge will close for two years, Ortiz said.'",
    "en, 'The bridge will close for two years,” Ortiz said.'",
    "en, 'The mayor spoke of \"a long closure of the bridge.'",
    "de, 'Ortiz sprach von einer „langen Sperrung der Brücke.'",
    "fr, 'Ortiz parle d’une « longue fermeture du pont.'",
    "sv, 'Ortiz talade om en ”lång stängning av bron.'"
  })
  void findsAQuotationThatIsNotClosed(String language, String sentence) {
    assertEquals(Set.of(ReaderFault.QUOTATION), faults(language, sentence));
  }

  @ParameterizedTest
  @CsvSource({
    "de, 'Ortiz sprach von einer „langen Sperrung“ der Brücke.'",
    "sv, 'Ortiz talade om en ”lång stängning” av bron.'",
    "fr, 'Ortiz parle d’une « longue fermeture » du pont.'"
  })
  void knowsTheQuotationMarksOfOtherLanguages(String language, String sentence) {
    assertEquals(Set.of(), faults(language, sentence));
  }

  @Test
  void takesTheSentencesOfASummaryTogetherForItsQuotations() {
    List<String> sentences =
        List.of("“The bridge will close for two years.", "The town must wait for it,” Ortiz said.");
    assertEquals(Set.of(), ReaderFaults.of(LEXICONS.get("en"), sentences, List.of(true, true)));
  }

  @Test
  void findsAQuestion() {
    assertEquals(Set.of(ReaderFault.QUESTION), faults("en", "Who will pay for the bridge?"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"The bridge is closed.", "The council of Port Elsie on the bridge", ""})
  void findsAFragment(String sentence) {
    assertEquals(Set.of(ReaderFault.FRAGMENT), faults("en", sentence));
  }

  @Test
  void countsCharactersInScriptsWithoutSpaces() {
    assertEquals(Set.of(), faults("zh", "市议会星期一决定关闭港口大桥两年。"));
    assertEquals(Set.of(ReaderFault.FRAGMENT), faults("zh", "大桥关闭。"));
  }

  private static Set<ReaderFault> faults(String language, String sentence) {
    return ReaderFaults.of(LEXICONS.get(language), List.of(sentence), List.of(false));
  }
}
