package dev.nutgraf.summary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.summary.Summary.Summarized;
import dev.nutgraf.text.AnalyzedText;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class SummaryPageTest {
  private static final String ARTICLE =
      """
      Harbor reopens after the storm

      The harbor of Port Elsie reopened on Monday after the storm 🌊 had closed it for nine days.

      What happened

      Some forty ships had been waiting in the bay, the harbor master said. Two of them were short \
      of drinking water. The first to come in was a tanker from Bergen.

      - The storm had torn a crane from its rails.
      - Repairs to the crane will take until June, the port authority said, and cost $2.5 million.

      (Image: AP)

      Ferries will run again from Wednesday. The mayor thanked the crews, who had worked at night.
      """;

  private static final String[] HOSTILE = {
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' autofocus onfocus='alert(1)' x='",
    "` onmouseover=`alert(1)",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</mark></p></article><script>alert(1)</script>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<a href=\"javascript:alert(1)\">here</a>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<base href=//evil.example><form action=//evil.example><input name=a></form>",
    "<style>*{background:url(//evil.example)}</style><link rel=stylesheet href=//evil.example>",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62; &#x3c;script&#x3e;",
    "%3Cscript%3Ealert(1)%3C/script%3E \\u003cscript\\u003e \\x3cscript\\x3e",
    "javascript:alert(1)//",
    "data:text/html,<script>alert(1)</script>",
    "\u202Egpj.exe\u202C \u2066\u2067\u2068 never closed \u202B",
    "\u0000<\u0000script>\u0001\u001b[31m\u007f\u0085",
    "\uD800 half \uDC00 pairs <script\uD800>",
    "\uFEFF<\u200Bscript\u00AD>\u2028\u2029",
    "＜script＞alert(1)＜/script＞ ‹script› ʺ onload=",
    "{{constructor.constructor('alert(1)')()}} ${alert(1)} <%= 1 %>",
  };

  private static final Set<String> TAGS =
      Set.of(
          "html head meta style title body a header h1 h2 h3 p bdi time main section ol ul li strong"
              .concat(" article div mark span b pre blockquote footer dl dt dd #root")
              .split(" "));

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "lang dir class id href tabindex role aria-labelledby aria-describedby data-rank datetime"
              .concat(" charset http-equiv content name")
              .split(" "));

  private final Summarizer summarizer = new Summarizer(EngineSettings.DEFAULT.withPage(true));

  static String[] hostile() {
    return HOSTILE;
  }

  @Test
  void standsBetweenSummaryAndMetadata() {
    assertEquals(
        List.of(Document.Kind.SUMMARY, Document.Kind.PAGE, Document.Kind.METADATA),
        documents("a.txt", ARTICLE).stream().map(Document::kind).toList());
  }

  @Test
  void isNotMadeForARejectedArticle() {
    assertEquals(
        List.of(Document.Kind.METADATA),
        documents("a.txt", " ").stream().map(Document::kind).toList());
  }

  @Test
  void marksExactlyTheSentencesOfTheMetadata() throws IOException {
    List<Document> documents = documents("a.txt", ARTICLE);
    List<String> expected = new ArrayList<>();
    List<String> ranks = new ArrayList<>();
    for (JsonNode sentence : metadata(documents).at("/summary/sentences")) {
      expected.add(sentence.get("text").textValue());
      ranks.add(sentence.get("rank").asText());
    }
    Elements marks = page(documents).select("mark");
    assertEquals(expected, marks.stream().map(Element::wholeText).toList());
    assertEquals(ranks, marks.eachAttr("data-rank"));
    assertEquals(ranks, page(documents).select("ol a").eachAttr("data-rank"));
  }

  @Test
  void linksTheSummaryToEachPlace() {
    org.jsoup.nodes.Document page = page(documents("a.txt", ARTICLE));
    for (Element link : page.select("ol a")) {
      Element mark = page.expectFirst("mark" + link.attr("href"));
      assertEquals(mark.text(), link.text());
      String note = page.expectFirst("#" + mark.attr("aria-describedby")).text();
      assertTrue(note.toLowerCase(Locale.ROOT).contains("most important"), note);
    }
  }

  @Test
  void showsTheWholeArticleInItsBlocks() {
    org.jsoup.nodes.Document page = page(documents("a.txt", ARTICLE));
    page.select(".note").remove();
    assertEquals("Harbor reopens after the storm", page.expectFirst("h1").text());
    assertEquals("What happened", page.expectFirst(".text h3").text());
    assertEquals(2, page.select(".text ul li").size());
    assertEquals("(Image: AP)", page.expectFirst(".text .boilerplate").text());
    String whole = page.expectFirst("h1").text() + " " + page.expectFirst(".text").text();
    assertEquals(WhiteSpace.collapse(ARTICLE), WhiteSpace.collapse(whole));
  }

  @Test
  void writesACaptionWithinAParagraphInGray() {
    String caption = "The mate, right, and the cook at the pier .";
    String paragraph =
        """
        The ferry to the island sank in the harbor on Friday night. %s Nobody was on board when it \
        happened. Divers will raise the wreck next week. The owner has hired another ship until \
        the spring. The council pays half of its price, which is 40,000 euros a month.
        """
            .formatted(caption);
    Element text = page(documents("a.txt", paragraph)).expectFirst(".text");
    text.select(".note").remove();
    assertEquals(List.of(caption), text.select("p span.boilerplate").eachText());
    assertEquals(WhiteSpace.collapse(paragraph), WhiteSpace.collapse(text.text()));
  }

  @Test
  void separatesThousands() {
    StringBuilder article = new StringBuilder();
    for (int i = 0; i < 1100; i++) {
      article.append("Member number ").append(i).append(" spoke about the cranes. ");
    }
    org.jsoup.nodes.Document page = page(documents("a.txt", article.toString()));
    assertEquals("The article in 3 of 1,100 sentences", page.expectFirst("#summary").text());
    assertTrue(page.expectFirst(".saved").text().contains(" instead of 7,700, "));
  }

  @Test
  void givesTheReasonsForEachSentenceInPlainWords() {
    org.jsoup.nodes.Document page = page(documents("a.txt", ARTICLE));
    String rank = "(Most|Second most|Third most) important";
    for (String why : page.select(".why").eachText()) {
      assertTrue(why.matches(rank + "\\. [A-Z].+\\."), why);
    }
    assertEquals(3, page.select(".summary li .why").size());
    String note = page.expectFirst(".note").text();
    assertTrue(note.matches(rank + " · score [01]\\.[0-9]{2} · [A-Z].+\\."), note);
  }

  @Test
  void roundsTheTimeSavedDown() {
    String article = "The council of Port Elsie met on Monday about the harbor. ";
    StringBuilder text = new StringBuilder(article);
    for (int i = 0; i < 16; i++) {
      text.append("Member ").append("abcdefghijklmnop".charAt(i)).append(" spoke of cranes. ");
    }
    String saved = page(documents("a.txt", text.toString())).expectFirst(".saved").text();
    assertTrue(saved.matches("[12]?[0-9] seconds of reading saved: .*"), saved);
  }

  @Test
  void countsCharactersOfALanguageWithoutSpaces() {
    String sentence = "港口管理局星期一宣布，暴风雨损坏的起重机将在六月之前修好。";
    String saved = page(documents("a.txt", sentence.repeat(40))).expectFirst(".saved").text();
    int all = 40 * sentence.length();
    assertTrue(
        saved.matches(
            "[34] min of reading saved: [0-9]+ characters instead of %,d, at 255 characters a minute\\."
                .formatted(all)),
        saved);
  }

  @ParameterizedTest
  @CsvSource({"zh-TW,255", "yue,255", "ja,357", "ko,370", "th,880", "my,880"})
  void readsCharactersAtTheRateOfTheLanguage(String language, int perMinute) {
    assertEquals(new ReadingPace("character", perMinute), ReadingPace.of(language));
  }

  @ParameterizedTest
  @CsvSource({"en,1 min", "vi,1 min", "kok,1 min", "und,1 min"})
  void readsWordsInOtherLanguages(String language, String time) {
    assertFalse(ReadingPace.of(language).countsCharacters());
    assertEquals(time, ReadingPace.of(language).duration(230));
  }

  @Test
  void leavesOutAllButTheSurroundingsInAVeryLongArticle() {
    StringBuilder article = new StringBuilder("The council of Port Elsie met on Monday.\n\n");
    for (int i = 0; i < 60_000; i++) {
      article.append("Member number ").append(i).append(" spoke about the harbor & the <crane>. ");
      article.append(i % 5 == 4 ? "\n\n" : "");
    }
    List<Document> documents = documents("a.txt", article.toString());
    assertTrue(documents.get(1).bytes().length < 1_000_000, "bytes");
    org.jsoup.nodes.Document page = page(documents);
    assertEquals(3, page.select("mark[id]").size());
    assertFalse(page.select(".gap").isEmpty());
  }

  @Test
  void boundsASentenceWithoutEnd() {
    String word = "harbor\uD83C\uDF0A ";
    List<Document> documents =
        documents("a.txt", "The harbor reopened.\n\n" + word.repeat(200_000) + "reopened.");
    assertTrue(documents.get(1).bytes().length < 200_000, "bytes");
    assertFalse(new String(documents.get(1).bytes(), UTF_8).contains("\uFFFD"));
  }

  @ParameterizedTest
  @CsvSource({
    "ar, rtl, أعلنت سلطات الميناء يوم الاثنين إعادة فتح الميناء. وقال مدير الميناء إن أربعين سفينة تنتظر.",
    "he-IL, rtl, הנמל נפתח מחדש ביום שני לאחר הסערה. ארבעים ספינות המתינו במפרץ במשך תשעה ימים.",
    "zh, ltr, 港口在风暴之后于星期一重新开放。四十艘船在海湾里等待了九天。渡轮将于星期三恢复运行。",
    "ja, ltr, 港は嵐のあと月曜日に再開した。四十隻の船が湾で九日間待っていた。フェリーは水曜日から運航する。",
    "en, ltr, The harbor reopened on Monday after the storm. Forty ships had waited in the bay.",
  })
  void writesInTheDirectionOfTheLanguage(String language, String direction, String article) {
    Element text = page(documentsIn(language, article)).expectFirst(".text");
    assertEquals(language, text.attr("lang"));
    assertEquals(direction, text.attr("dir"));
  }

  @Test
  void leavesTheDirectionToTheTextWhereTheLanguageIsUnknown() {
    Element text = page(documentsIn(AnalyzedText.UNKNOWN, ARTICLE)).expectFirst(".text");
    assertEquals("", text.attr("lang"));
    assertEquals(text.select("p, li, h3"), text.select("p[dir=auto], li[dir=auto], h3[dir=auto]"));
  }

  @Test
  void allowsItsOwnStyleAndNothingElse() throws Exception {
    org.jsoup.nodes.Document page = page(documents("a.txt", ARTICLE));
    String style = page.expectFirst("style").data();
    String hash =
        Base64.getEncoder()
            .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8)));
    assertEquals(
        "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
            .formatted(hash),
        page.expectFirst("meta[http-equiv]").attr("content"));
    assertFalse(style.contains("url(") || style.contains("@import"), "style loads something");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void letsHostileTextBeNothingButText(String hostile) throws IOException {
    String inText = "The harbor reopened " + hostile + " on Monday. " + hostile + " closed again.";
    assertHarmless("a" + hostile + ".txt", inText);
    String json =
        new ObjectMapper()
            .writeValueAsString(
                Map.of(
                    "headline", hostile,
                    "author", hostile,
                    "publisher", hostile,
                    "datePublished", hostile,
                    "keywords", hostile,
                    "inLanguage", hostile,
                    "url", "https://example.com/" + hostile,
                    "articleBody", inText));
    assertHarmless("b" + hostile + ".json", json);
    assertHarmless("c.md", "# " + hostile + "\n\n- " + inText + "\n\n> " + inText);
  }

  @Test
  void letsAnyMixtureOfHostileTextBeNothingButText() {
    Random random = new Random(8);
    for (int round = 0; round < 200; round++) {
      StringBuilder article = new StringBuilder("The harbor reopened on Monday. ");
      for (int i = 0; i < 12; i++) {
        String piece = HOSTILE[random.nextInt(HOSTILE.length)];
        int from = random.nextInt(piece.length());
        article.append(piece, from, from + random.nextInt(piece.length() - from + 1));
        article.append(random.nextInt(4) == 0 ? ". The " : random.nextInt(6) == 0 ? "\n\n" : " ");
      }
      assertHarmless("a.txt", article.toString());
    }
  }

  @Test
  void quotesTheWarningOfAHostileSettingAsText() {
    byte[] bytes = ARTICLE.getBytes(UTF_8);
    Summary summary =
        summarizer.summarize(
            ArticleFile.of("a.txt", bytes),
            Map.of(LengthSetting.SENTENCES, "<script>alert(1)</script>"));
    List<Document> documents = summarizer.documents(source("a.txt", bytes), summary);
    assertTrue(page(documents).expectFirst(".warning").text().contains("<script>"));
    assertOurOwnMarkupOnly(page(documents));
  }

  @Test
  void turnsNoDirectionInKeyAndAddress() {
    org.jsoup.nodes.Document page = page(documents("invoice\u202Egpj.exe", ARTICLE));
    assertTrue(page.expectFirst("dd").text().endsWith("invoice\uFFFDgpj.exe"));
  }

  @Test
  void isTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    String json =
        "{\"headline\":\"Harbor reopens\",\"datePublished\":\"2026-05-04\",\"articleBody\":"
            + "\"The harbor reopened on Monday. Forty ships had been waiting in the bay.\"}";
    byte[] expected = documents("a.json", json).get(1).bytes();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertArrayEquals(expected, documents("a.json", json).get(1).bytes());
    } finally {
      Locale.setDefault(before);
    }
    assertEquals("4 May 2026", Jsoup.parse(new String(expected, UTF_8)).expectFirst("time").text());
  }

  private void assertHarmless(String key, String article) {
    List<Document> documents = documents(key, article);
    if (documents.size() == 3) {
      assertOurOwnMarkupOnly(page(documents));
    }
  }

  /** Asserts that a browser would find only the elements and attributes that the page writes. */
  private static void assertOurOwnMarkupOnly(org.jsoup.nodes.Document page) {
    for (Element element : page.getAllElements()) {
      assertTrue(TAGS.contains(element.tagName()), element.tagName());
      for (Attribute attribute : element.attributes()) {
        assertTrue(ATTRIBUTES.contains(attribute.getKey()), element.outerHtml());
        assertTrue(
            !attribute.getKey().equals("href") || attribute.getValue().matches("#[a-z0-9]{1,10}"),
            element.outerHtml());
      }
    }
    assertEquals(1, page.select("style").size());
    assertEquals(1, page.select("meta[http-equiv]").size());
    assertTrue(page.select("template, base, form").isEmpty());
  }

  private List<Document> documents(String key, String article) {
    byte[] bytes = article.getBytes(UTF_8);
    return summarizer.documents(
        source(key, bytes), summarizer.summarize(ArticleFile.of(key, bytes)));
  }

  private List<Document> documentsIn(String language, String article) {
    byte[] bytes = article.getBytes(UTF_8);
    Summarized summary = (Summarized) summarizer.summarize(ArticleFile.of("a.txt", bytes));
    AnalyzedText text = summary.text();
    return summarizer.documents(
        source("a.txt", bytes),
        new Summarized(
            summary.sourceSha256(),
            summary.textSha256(),
            new AnalyzedText(
                text.article(), language, text.lexicon(), text.sentences(), text.terms()),
            summary.ranking(),
            summary.length(),
            summary.warnings()));
  }

  private static Source source(String key, byte[] bytes) {
    return new Source(
        "nutgraf-articles",
        key,
        Optional.empty(),
        "0123456789abcdef0123456789abcdef",
        bytes.length,
        Optional.empty(),
        "2026-01-02T03:04:05Z");
  }

  private static org.jsoup.nodes.Document page(List<Document> documents) {
    return Jsoup.parse(new String(documents.get(1).bytes(), UTF_8));
  }

  private static JsonNode metadata(List<Document> documents) throws IOException {
    byte[] bytes = documents.get(documents.size() - 1).bytes();
    MetadataSchema.assertValid(bytes);
    return new ObjectMapper().readTree(bytes);
  }
}
