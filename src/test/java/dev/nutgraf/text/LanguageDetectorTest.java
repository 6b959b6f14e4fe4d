package dev.nutgraf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.lexicon.Lexicons;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguageDetectorTest {
  private static final String ENGLISH =
      "The council said on Monday that it would not pay for the bridge because of its cost.";

  private static String detect(String text) {
    return new LanguageDetector(new Lexicons()).detect(text, Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "en; " + ENGLISH,
        "de; Der Rat hat am Montag gesagt, dass er die Brücke nicht bezahlen wird.",
        "fr; Le conseil a dit lundi qu'il ne paierait pas le pont à cause de son prix.",
        "es; El consejo dijo el lunes que no pagará el puente por su precio.",
        "it; Il consiglio ha detto lunedì che non pagherà il ponte per il suo prezzo.",
        "pt; O conselho disse na segunda-feira que não vai pagar a ponte por causa do seu preço.",
        "nl; De raad zei maandag dat hij de brug niet zal betalen vanwege de prijs.",
        "da; Rådet sagde mandag, at det ikke vil betale for broen på grund af prisen.",
        "nb; Rådet sa mandag at det ikke vil betale for broen på grunn av prisen.",
        "sv; Rådet sade på måndagen att det inte kommer att betala för bron.",
        "fi; Neuvosto sanoi maanantaina, että se ei maksa siltaa, koska se on liian kallis.",
        "pl; Rada powiedziała w poniedziałek, że nie zapłaci za most, bo jest za drogi.",
        "cs; Rada v pondělí řekla, že most nezaplatí, protože je příliš drahý.",
        "sk; Rada v pondelok povedala, že most nezaplatí, pretože je veľmi drahý.",
        "hu; A tanács hétfőn azt mondta, hogy nem fizeti ki a hidat, mert túl drága.",
        "ro; Consiliul a spus luni că nu va plăti podul, pentru că este prea scump.",
        "tr; Meclis pazartesi günü köprü için para vermeyeceğini çünkü çok pahalı olduğunu söyledi.",
        "vi; Hội đồng hôm thứ hai nói rằng họ sẽ không trả tiền cho cây cầu này.",
        "id; Dewan mengatakan pada hari Senin bahwa mereka tidak akan membayar jembatan itu.",
        "ru; Совет сказал в понедельник, что не будет платить за мост, потому что это дорого.",
        "uk; Рада сказала в понеділок, що не буде платити за міст, бо це дорого.",
        "bg; Съветът каза в понеделник, че няма да плати за моста, защото е скъп.",
        "el; Το συμβούλιο είπε τη Δευτέρα ότι δεν θα πληρώσει τη γέφυρα.",
        "ar; قال المجلس يوم الاثنين إنه لن يدفع ثمن الجسر لأنه مكلف.",
        "fa; شورا روز دوشنبه گفت که هزینه پل را پرداخت نمی‌کند چون گران است.",
        "he; המועצה אמרה ביום שני שהיא לא תשלם על הגשר.",
        "hi; परिषद ने सोमवार को कहा कि वह पुल के लिए भुगतान नहीं करेगी।",
        "ja; 評議会は月曜日、橋の費用を払わないと述べた。",
        "zh; 议会星期一表示不会支付这座桥的费用。",
        "ko; 의회는 월요일에 다리 비용을 지불하지 않겠다고 말했다.",
        "th; สภากล่าวเมื่อวันจันทร์ว่าจะไม่จ่ายค่าสะพาน",
      })
  void tellsTheLanguage(String language, String text) {
    assertEquals(language, detect(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "en; Tom’s Bakery is closed.",
        "en; Tom's bakery on the quay",
        "en; The café’s new owner: José Díaz.",
        "en; Rita’s Café opens today.",
        "nl; Anna’s boot is niet meer te zien.",
      })
  void tellsEnglishByItsPossessives(String language, String text) {
    assertEquals(language, detect(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "en; We've moved on.",
        "en; I'm leaving, they’re sleeping.",
        "en; I'll check back.",
      })
  void tellsEnglishByItsContractions(String language, String text) {
    assertEquals(language, detect(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "en; Ten pupils hurt in bus crash.",
        "lt; Prie tilto dar yra vietos ten kur bus turgus, ir tai bus gerai, sako jis.",
        "lt; Ten bus turgus.",
        "lt; Ten prie tilto bus naujas turgus, sakė jis.",
        "pl; Nie ma go tutaj od roku.",
      })
  void doesNotTakeAShortTextInTheBasicAlphabetForALanguageRichInLetters(
      String language, String text) {
    assertEquals(language, detect(text));
  }

  @Test
  void believesADeclarationThatIsPlausible() {
    Optional<String> norwegian = Optional.of("no-NO");
    assertEquals(
        "nb",
        new LanguageDetector(new Lexicons()).detect("Han kom fra byen i går kveld.", norwegian));
  }

  @Test
  void refutesADeclarationThatTheTextBelies() {
    LanguageDetector detector = new LanguageDetector(new Lexicons());
    assertEquals("en", detector.detect(ENGLISH, Optional.of("ja")));
    assertEquals("en", detector.detect(ENGLISH, Optional.of("pl")));
    assertEquals("en", detector.detect(ENGLISH, Optional.of("xx")));
  }

  @Test
  void saysSoWhenThereIsNothingToTellBy() {
    assertEquals("und", detect("12345 --- 678"));
    assertEquals("und", detect(""));
  }

  @Test
  void readsNothingOfOtherLanguagesForAnEnglishText() {
    Lexicons lexicons = new Lexicons();
    new LanguageDetector(lexicons).detect(ENGLISH, Optional.empty());
    assertEquals(1, lexicons.size());
  }
}
