package dev.nutgraf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.reader.ArticleReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The 52 English Golden Rules of pragmatic_segmenter, by number and subject, with sentences of our
 * own. They are run end to end, because rules 40 to 42 concern lines, which reading decides.
 *
 * <p>A bar marks a boundary. {@code \n} is a line break within a text; where rule 42 has a boundary
 * at one, the bar stands after it.
 */
final class GoldenRulesTest {
  private static final ArticleReader READER = new ArticleReader(1 << 20);
  private static final TextAnalyzer ANALYZER = new TextAnalyzer();

  @ParameterizedTest(name = "{0}. {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "1; period; The ferry left at dawn. | Nobody was on the pier.",
        "2; question mark; Who signed the lease? | It was Ada Moreau.",
        "3; exclamation point; There is the bridge! | We have found it.",
        "4; one capital and a period; The winner is Ada K. Moreau.",
        "5; one small letter and a period; The figures are on p. 14.",
        "6; two small letters, inside; Did Mia and co. win the regatta?",
        "7; two letters, capitalized, inside; They sold it to Reed, Harlow & Co. in March.",
        "8; two small letters, at the end; We asked Mia and co. | They will help us.",
        "9; two letters, capitalized, at the end; They sold it to Harlow & Co. | It was cheap.",
        "10; abbreviation before a name; We climbed Mt. Elbrus in June.",
        "11; abbreviations before and after; St. Anne's School is on 9th st. by the river.",
        "12; possessive abbreviation; This was Edward Reed Jr.'s boat.",
        "13; several periods, inside; She toured the U.S.A. in spring.",
        "14; several periods, at the end; He works for the E.U. | Where do you work?",
        "15; U.S. at the end; They moved to the U.S. | How are they doing?",
        "16; U.S. before a capital; She works for the U.S. Senate in Maine.",
        "17; U.S. before a small letter; She has worked in the U.S. for six years.",
        "18; a.m. and p.m.; At 7 a.m. Mr. Lund opened the shop. | He closed it at 8 P.M. | "
            + "Mr. Lund then walked home.",
        "19; period in a number; He has €20.50 in his coat.",
        "20; number at the end; He has €20.50. | It is in his coat.",
        "21; remark in parentheses; The plan (nobody had read it. nobody at all.) was adopted.",
        "22; mail address; Her address is press.office@example.org. | I have written to her.",
        "23; web address; It is on: https://www.example.org/a.b/c_d.html. | Have a look at it.",
        "24; single quotation marks; He turned to me, 'It is done.' he muttered.",
        "25; double quotation marks; He turned to me, \"It is done.\" he muttered.",
        "26; double quotation marks at the end; He turned to me, \"It is done.\" | He walked out.",
        "27; two exclamation points; Stop!! | This is the bridge.",
        "28; two question marks; What?? | Is this the bridge?",
        "29; exclamation point, question mark; Stop!? | Is this the bridge?",
        "30; question mark, exclamation point; Stop?! | Is this the bridge?",
        "31; list with period and parenthesis; 1.) Peel the apples | 2.) Cut the apples",
        "32; the same with periods; 1.) Peel the apples. | 2.) Cut the apples.",
        "33; list with parenthesis; 1) Peel the apples | 2) Cut the apples",
        "34; the same with periods; 1) Peel the apples. | 2) Cut the apples.",
        "35; list with period; 1. Peel the apples | 2. Cut the apples",
        "36; the same with periods; 1. Peel the apples. | 2. Cut the apples.",
        "37; list with bullet; • 9. Peel the apples | • 10. Cut the apples",
        "38; list with hyphen bullet; ⁃9. Peel the apples | ⁃10. Cut the apples",
        "39; list with letters; a. Peel the apples | b. Cut the apples | c. Boil the apples",
        "40; line break inside, as in a PDF; This is a letter\\nthat was cut in two by a printer.",
        "41; line break inside, after a space; It was a warm \\nmorning on the coast.",
        "42; list in small letters by lines; recipes\\n | apple cake\\n | soups, salads\\n",
        "43; coordinates; The wreck lies at N°. 2048.131.077. | Nobody has dived there.",
        "44; name with an exclamation point; He writes for Yahoo! from a small office.",
        "45; I at the end and as an initial; The choice fell on you and I. | "
            + "Have you met Thomas I. Reed?",
        "46; ellipsis in a quotation at the end; She writes that on an island “the days seem "
            + "longer than they are. . . .”",
        "47; ellipsis in square brackets; \"Reed [...] told the story of the bridge [...]\" "
            + "(Moreau 12).",
        "48; spaced ellipsis at the end; Where the last words of a line are lost, the copyist puts "
            + "dots in their place and goes on . . . . | Then comes a new line.",
        "49; four dots; She left us all behind.... | He closed the door.",
        "50; ellipses inside; It was not ... how shall I say it...fair . . . what I want to say is "
            + ". . . I was tired.",
        "51; spaced ellipsis at the start; One habit that was given up . . . was that of writing on "
            + "both sides of the paper. | . . . The paper was not given up. . . .",
        "52; no space between sentences; It is over.Today was Monday.Mr. Reed went to the bank and "
            + "paid in 2,000.That was all he had.",
      })
  void splitsByTheRule(int number, String subject, String marked) {
    String expected =
        number == 52
            ? "It is over. | Today was Monday. | Mr. Reed went to the bank and paid in 2,000. | "
                + "That was all he had."
            : marked.replace("\\n | ", " | ").replace("\\n", "\n").strip();
    String text =
        number == 52
            ? marked
            : marked.replace("\\n | ", "\n").replace(" | ", " ").replace("\\n", "\n");
    assertEquals(expected, split(text), subject);
  }

  private static String split(String text) {
    AnalyzedText analyzed =
        ANALYZER.analyze(
            READER.read(ArticleFile.of("rule.txt", text.getBytes(StandardCharsets.UTF_8))));
    return analyzed.sentences().stream().map(analyzed::textOf).collect(Collectors.joining(" | "));
  }
}
