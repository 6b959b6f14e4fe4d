package dev.nutgraf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.lexicon.Lexicon;
import dev.nutgraf.lexicon.Lexicons;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In the examples a bar stands where a sentence must end; no bar, no boundary. */
final class SentenceSplitterTest {
  private static final Lexicons LEXICONS = new Lexicons();
  private static final BoundaryModel MODEL = BoundaryModel.load();

  private static String cut(String language, String text) {
    List<String> sentences = new ArrayList<>();
    new SentenceSplitter(text, LEXICONS.get(language), MODEL)
        .split(0, text.length(), (start, end) -> sentences.add(text.substring(start, end)));
    return String.join(" | ", sentences);
  }

  private static void expect(String language, String marked) {
    assertEquals(marked, cut(language, marked.replace(" | ", " ")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The ferry left at dawn. | Nobody waved.",
        "Who signed it? | The mayor did!",
        "Stop!! | Is that the bridge?! | It is.",
        "The winner is Ada K. Moreau of Lyon.",
        "See p. 14 and vol. 3 for the figures.",
        "The order went to Harlow & Co. in March.",
        "The order went to Harlow & Co. | It was paid at once.",
        "We climbed Mt. Elbrus with Dr. Osei and Gen. Ruiz.",
        "That was Edward Jr.'s idea.",
        "They moved to the U.S. | How did they fare?",
        "A U.S. Senator flew to the U.K. for two days.",
        "At 7 a.m. Mrs. Lund opened the shop.",
        "A picture taken at 5:45 a.m. ET Monday shows the storm off the coast.",
        "The vote that was called off ends at 6 p.m. Tuesday in all towns.",
        "The trams stop at 11 p.m. | Mrs. Lund walks home.",
        "The rate rose to 4.75 percent, i.e. by half a point.",
        "It costs $20.50. | That is cheap.",
        "He was born on Dec. 30 in room No. 5.",
        "The plan (nobody had read it. not even the editor) was adopted.",
        "Write to press.office@example.org. | They answer.",
        "It is now the turn of the UP Coastal Services Board to sell the boats. | It will.",
        "The KMP MP Anders Holm will resume the trial tomorrow.",
        "She told CBS' \"60 Minutes\" that 12 Norwegian ships had left.",
        "NEW PIER IN ASKER | It opens in May.",
        "It is all on https://www.example.org/a.b/c_d.html. | Have a look.",
        "“We are not leaving.” | The crowd cheered.",
        "\"We are staying,\" she said. | \"All of us.\"",
        "'It is done.' he muttered.",
        "“Why now?” asked the clerk.",
        "He turned to me, \"Run!\" and ran.",
        "She left us all behind.... | Nobody followed.",
        "It was . . . how shall I put it . . . I mean, odd.",
        "He quoted the page [...] and closed the book.",
        "They work for Yahoo! in a small office.",
        "The choice was between you and I. | Ask Thomas I. Reed about it.",
        "1. Peel the apples | 2. Cut them | 3. Boil them",
        "1) Peel the apples. | 2) Cut them.",
        "a. tea and milk | b. cheese",
        "• 9. The ninth | • 10. The tenth",
        "Full support for Ukraine... NATO allies were silent.",
        "The poem ends there. [12] | A second one follows.",
      })
  void cutsEnglish(String marked) {
    expect("en", marked);
  }

  @Test
  void findsSentencesGluedTogether() {
    assertEquals(
        "It ended last year. | Charlie paid 1,200. | That was all.",
        cut("en", "It ended last year.Charlie paid 1,200.That was all."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Is it open?No! It burned.; Is it open? | No! | It burned.",
        "Who paid?Nobody did.; Who paid? | Nobody did.",
        "“We stay.”The town agreed.; “We stay.” | The town agreed.",
        "Ann reads Yahoo!Mail at work.; Ann reads Yahoo!Mail at work.",
        "See www.example.org/a?Page for more.; See www.example.org/a?Page for more.",
      })
  void findsSentencesGluedToAQuestionOrAQuotation(String text, String marked) {
    assertEquals(marked, cut("en", text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The city?s new ferry didn?t sail. | The old one?s crew was ill.",
        "The owners? boat sank in the town?s harbour. | Nobody was hurt.",
        "It was a ?small step? for us, the mayor?s aide said. | We all clapped.",
        "The ?new? rules and the ?old? ones apply. | Both are short.",
        "Nobody saw the ship,? said the pilot. | It had no lights.",
        "The night was dark ? too dark for the pilot?s eyes. | He slept.",
        "Is the pier open? | The pier?s keeper says so.",
      })
  void continuesAfterAQuestionMarkThatStandsForALostCharacter(String marked) {
    expect("en", marked);
  }

  @Test
  void continuesAfterALostApostropheOfAnElision() {
    expect("fr", "Il dit qu?il part et l?été finit. | La ville d?Arles attend.");
  }

  @Test
  void continuesAfterABarWithinAName() {
    String text = "She compared the Harp 6 | Plus with the Lyre 5 | Edge in a long test on Monday.";
    assertEquals(text, cut("en", text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "He left.” . The town slept.; He left.” | The town slept.",
        "It rained ! . Then it stopped.; It rained ! | Then it stopped.",
        "The ferry waits . . The crew is here.; The ferry waits . . | The crew is here.",
        "The town paid.. The mayor left.; The town paid.. | The mayor left.",
        "It was said .. and denied.; It was said .. and denied.",
      })
  void startsNoSentenceWithAStrayFullStop(String text, String marked) {
    assertEquals(marked, cut("en", text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "nl; De brug is dicht. | 's Morgens regent het.",
        "nl; De brug is dicht. | ’s Avonds gaat zij open. | 't Was laat.",
        "af; Die brug is toe. | 'n Man het dit gesien.",
      })
  void startsASentenceWithAnElidedArticle(String language, String marked) {
    expect(language, marked);
  }

  @Test
  void readsOnOverALineBreakInsideASentence() {
    assertEquals(
        "The letter was\nnever sent. | Why?", cut("en", "The letter was\nnever sent. Why?"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "de; Am 3. Oktober kam Dr. Braun z. B. nach Ulm. | Er blieb.",
        "de; „Ich komme nicht“, rief er: „Nie!“ | Dann ging er.",
        "de; Das kostet 1.200.000 Euro bzw. mehr. | Wer zahlt?",
        "fr; M. Dupont et Mme Roy sont partis. | Où vont-ils ?",
        "fr; « Venez ! » | Personne ne vint.",
        "es; ¿Quién es? | ¡El Sr. Vega! | Vive en la Avda. Mayor.",
        "it; Il dott. Neri vive qui. | Ai sensi dell'art. 12 paga.",
        "pt; O Sr. Lima chegou. | A Dra. Reis saiu.",
        "nl; Dhr. De Wit komt bijv. morgen. | 81 mensen wachten. | ...en toen niets.",
        "nl; ,,Zo is het.'' | De rest zweeg.",
        "da; Den 3. maj kom hun f.eks. ikke. | Vi ventede.",
        "pl; Ul. Długa 5 stoi pusta od 1981 r. | To prawda.",
        "cs; Dne 5. května přišel dr. Novák. | Nikdo nečekal.",
        "ru; Он жил на ул. Мира. | Рядом был дом 5.",
        "ru; Она спросила: «Где ты?». | Ответа не было.",
        "hu; Az 1. fejezet rövid. | A többi hosszú.",
        "tr; Dr. Kaya geldi. | Saat kaçtı?",
      })
  void cutsOtherLanguagesOfEurope(String language, String marked) {
    expect(language, marked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ja; 雨が降った。|誰も来なかった！|なぜ？",
        "ja; 彼は「行く。」と言った。|終わり。",
        "zh; 会议结束了。|没有人发言。",
        "hi; वह आया। |किसी ने नहीं देखा।",
        "ar; من هناك؟ |لا أحد. |انتهى.",
        "fa; او رفت. |چرا؟",
        "ur; وہ آیا۔ |کیا ہوا؟",
        "hy; Նա եկավ: |Ոչ ոք չտեսավ:",
        "my; သူလာသည်။|မသိဘူး။",
        "am; መጣ።|ማን ነው፧",
        "zh; 涨幅为３．２％以上。|完。",
      })
  void cutsOtherScripts(String language, String marked) {
    String text = marked.replace("|", "");
    assertEquals(
        List.of(marked.split("\\|", -1)).stream().map(String::strip).toList(),
        List.of(cut(language, text).split(" \\| ", -1)));
  }

  @Test
  void takesTheGreekSemicolonForAQuestionMark() {
    assertEquals("Πού είναι η πλατεία; | Εκεί.", cut("el", "Πού είναι η πλατεία; Εκεί."));
    assertEquals("First this; then that.", cut("en", "First this; then that."));
  }

  @Test
  void asksForADecisionAtMostOncePerCharacter() {
    for (String unit :
        List.of(".", "! ", "A ", "a. ", "( .", "\" ", "1. ", "… ", "x.Y", "。", "[1]")) {
      String text = unit.repeat(20_000);
      AtomicInteger decisions = new AtomicInteger();
      Lexicon lexicon = LEXICONS.get("en");
      new SentenceSplitter(
              text,
              lexicon,
              new BoundaryFeatures(text, lexicon),
              (kind, begin, close, next) -> decisions.incrementAndGet() % 2 == 0)
          .split(0, text.length(), (start, end) -> {});
      assertTrue(decisions.get() <= text.length(), unit);
    }
  }
}
