package dev.nutgraf.local.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nutgraf.local.http.ListenAddress;
import dev.nutgraf.local.s3.Fault;
import dev.nutgraf.summary.EngineSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * The drop zone and the summary's page in a real browser. Pictures of both are left in
 * target/screenshots; those that the README shows go to docs/ with {@code -Dscreenshots=docs}.
 */
final class DropZoneIT {
  private static final String HARBOR =
      """
      {"headline": "Tideford votes to rebuild its broken harbor wall before winter",
       "author": "Ana Morell", "publisher": "The Tideford Courier",
       "datePublished": "2026-10-19T08:30:00Z", "url": "https://courier.example/2026/harbor-wall",
       "articleBody": "Tideford's council voted 11 to 4 on Monday night to rebuild the harbor wall \
      that collapsed in September's storm, ending five weeks of argument over who should pay for \
      it.\\n\\nThe new wall will cost $8.4 million and must stand before the winter tides arrive in \
      late November, according to the plan that the council approved. Two thirds of the money will \
      come from the state's coastal fund, and the town will borrow the rest.\\n\\n\\"We had two bad \
      choices and one expensive one,\\" said Mayor Ruth Calder. \\"We took the expensive \
      one.\\"\\n\\nWhat went wrong\\n\\nEngineers found that the old wall, built in 1931, had lost \
      much of its footing years before the storm. A survey in 2019 had warned of gaps below the \
      waterline, but repairs were put off three times. Some forty boats have been tied up in the \
      river mouth since the collapse, and the fish market has moved to a parking lot behind the \
      station.\\n\\nFishing families say that the delay has already cost them a season. \\"Every week \
      without a quay is a week that we sell to somebody else's town,\\" said Tomas Brandt, who runs \
      two trawlers. The council set aside $300,000 to help crews through the autumn.\\n\\nOpponents \
      of the plan wanted a cheaper bank of loose rock, which could have been finished in half the \
      time. They said that the town, which has 6,200 inhabitants, could not carry another loan. The \
      harbor master replied that rock alone would not hold against a storm like the last \
      one.\\n\\nWork begins on Thursday. Divers will clear the rubble first, and the road along the \
      quay stays closed until the spring."}
      """;

  private static final String LIBRARY =
      """
      # Port Elsie opens its library on Sundays

      The library of Port Elsie opens on Sundays from May. The council voted for it on Monday after \
      a year of asking.

      It costs the town some $40,000 a year. Readers had asked for it since 2019, and a petition in \
      March was signed by 1,900 people. Two librarians will share the new hours.

      The reading room closes at five. Loans and returns work by machine after that.
      """;

  private static final String FERRY =
      """
      Night ferry to Bergen returns after eleven years

      The night ferry between Port Elsie and Bergen sails again from June, its new owner said on \
      Tuesday. The ship carries 900 passengers and 300 cars and crosses in fourteen hours.

      The line had closed in 2015, when fuel was dear and the flights were cheap. Both have changed. \
      Bookings opened at noon, and the first three sailings were gone by the evening.

      The harbor had kept the old berth, which now gets a new ramp. The port authority expects \
      60,000 passengers in the first year.
      """;

  private static final String HOSTILE =
      "The harbor <script>window.pwned=1</script> reopened on <img src=x onerror=window.pwned=1>"
          + " Monday. Forty \"><svg onload=window.pwned=1> ships had been waiting in the bay.";

  @TempDir private Path folder = Path.of("");
  private Optional<LocalService> running = Optional.empty();
  private Optional<Browser> window = Optional.empty();

  @BeforeEach
  void openTheDropZone() throws IOException {
    assumeTrue(
        Browser.isInstalled(),
        "No browser here: apt-get install chromium chromium-driver runs these tests.");
    running = Optional.of(start(0));
    window = Optional.of(Browser.start(folder.resolve("profile")));
    browser().look(1100, 900, false);
    browser().open(service().page().address());
  }

  private LocalService start(int pagePort) throws IOException {
    DeploymentSettings settings =
        new DeploymentSettings(EngineSettings.DEFAULT.withPage(true), folder.resolve("out"));
    return LocalService.start(ListenAddress.LOOPBACK, 0, pagePort, settings);
  }

  @AfterEach
  void closeEverything() {
    window.ifPresent(Browser::close);
    running.ifPresent(LocalService::close);
  }

  @Test
  void showsEachDroppedArticleNewestFirstAndOpensItWithItsSentencesMarked() throws IOException {
    Browser browser = browser();
    browser.drop(Map.of("library.md", LIBRARY));
    awaitSummaries(1);
    browser.drop(Map.of("ferry.txt", FERRY));
    awaitSummaries(2);
    browser.drop(Map.of("harbor.json", HARBOR));
    awaitSummaries(3);
    assertEquals(List.of("harbor.json", "ferry.txt", "library.md"), browser.texts(".card .key"));
    assertEquals(
        "Tideford votes to rebuild its broken harbor wall before winter",
        browser.find(".card h3").getText());
    assertEquals(quoted("harbor.json"), browser.texts(".card:first-child .quotes .quote"));
    assertEquals(List.of(), browser.violations());
    browser.look(390, 844, true);
    assertEquals(List.of(), browser.violations());
    shoot("dropzone", 1100, 900);

    browser.find(".card .open").click();
    browser.until("the page in the frame", () -> markedInFrame().equals(quoted("harbor.json")));
    browser.enter("#again", "6");
    browser.until("six sentences", () -> browser.texts(".card:first-child .quotes li").size() == 6);
    assertEquals(6, quoted("harbor.json").size());
    browser.until("six marks", () -> markedInFrame().equals(quoted("harbor.json")));
    assertEquals(List.of(), browser.violations());
    browser.look(1100, 900, true);
    browser.picture(Path.of("target/screenshots/reader-dark.png"));
  }

  @Test
  void showsThePageToEveryScreenWithoutFaultOfAccess() throws IOException {
    Browser browser = browser();
    browser.drop(Map.of("harbor.json", HARBOR));
    awaitSummaries(1);
    browser.open(folder.resolve("out/harbor.json.summary.html").toUri());
    assertEquals(quoted("harbor.json"), browser.texts("mark"));
    assertEquals(List.of(), browser.violations());
    shoot("page", 1100, 1300);
    browser.look(390, 844, true);
    assertEquals(List.of(), browser.violations());
    Long width = (Long) browser.driver().executeScript("return document.body.scrollWidth");
    assertEquals(390L, width);

    // The note of a sentence shows when the keyboard reaches it.
    assertFalse(browser.find("#n1").isDisplayed());
    browser.reach("s1");
    browser.until("the note", () -> browser.find("#n1").isDisplayed());
    assertTrue(browser.find("#n1").getText().toLowerCase(Locale.ROOT).contains("most important"));
  }

  @Test
  void asksForAsManySentencesAsTheSliderSays() throws IOException {
    browser().enter("#sentences", "5");
    assertEquals("5", browser().find("#sentences-value").getText());
    browser().drop(Map.of("harbor.json", HARBOR));
    awaitSummaries(1);
    assertEquals(5, quoted("harbor.json").size());
    assertEquals(5, metadata("harbor.json").at("/engine/parameters/sentences").intValue());
  }

  @Test
  void takesPastedText() {
    browser().find("#text").sendKeys("The ferry sails again. It carries 900 people.");
    browser().find("#paste").click();
    awaitSummaries(1);
    assertEquals(
        List.of("pasted/the-ferry-sails-again-it-carries-900-peo.txt"),
        browser().texts(".card .key"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The harbor reopened… after the “long” storm — for €8.4 million, they said on Monday.",
        "Η νέα γέφυρα άνοιξε τη Δευτέρα… μετά από δύο χρόνια εργασιών στο λιμάνι της πόλης.",
        "Новый мост открыли в понедельник… после двух лет работ в порту города.",
        "افتتح الجسر الجديد يوم الاثنين… بعد عامين من العمل في ميناء المدينة.",
        "新しい橋は月曜日に開通した…港の工事は二年かかったと市長が述べた。"
      })
  void keepsEveryCharacterOfPastedAndDroppedText(String text) throws IOException {
    browser().driver().executeScript("document.getElementById('text').value = arguments[0]", text);
    browser().find("#text").sendKeys(" ");
    browser().find("#paste").click();
    awaitSummaries(1);
    String pasted = browser().texts(".card .key").get(0);
    assertEquals(List.of(text), quoted(pasted));
    assertEquals(List.of(text), browser().texts(".card .quotes .quote"));
    assertEquals("UTF-8", metadata(pasted).at("/text/charset").asText());
    browser().drop(Map.of("…" + text.substring(0, 3) + ".txt", text));
    awaitSummaries(2);
    assertEquals(List.of(text, text), browser().texts(".card .quotes .quote"));
  }

  @Test
  void letsAHostileArticleDoNothing() throws IOException {
    browser().drop(Map.of("<img src=x onerror=window.pwned=1>.txt", HOSTILE));
    awaitSummaries(1);
    assertEquals(
        quoted("<img src=x onerror=window.pwned=1>.txt"), browser().texts(".card .quotes .quote"));
    browser().find(".card .open").click();
    browser().until("the page in the frame", () -> markedInFrame().size() == 2);
    assertNull(browser().driver().executeScript("return window.pwned"));
    byte[] page =
        service()
            .deployment()
            .s3()
            .getObjectAsBytes(
                get ->
                    get.bucket(LocalDeployment.SUMMARIES)
                        .key("<img src=x onerror=window.pwned=1>.txt.summary.html"))
            .asByteArray();
    browser().open(Files.write(folder.resolve("alone.html"), page).toUri());
    assertNull(browser().driver().executeScript("return window.pwned"));
    assertEquals(2, browser().texts("mark").size());
  }

  @Test
  void showsHowFarManyFilesAreAndWhichWereRejected() throws IOException {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < 198; i++) {
      files.add(Files.writeString(folder.resolve("ferry-" + i + ".txt"), FERRY + i));
    }
    files.add(
        Files.write(
            folder.resolve("latin.txt"), (FERRY + " Fähre").getBytes(StandardCharsets.ISO_8859_1)));
    files.add(
        Files.write(
            folder.resolve("picture.png"),
            new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}));
    browser()
        .find("#files")
        .sendKeys(files.stream().map(Path::toString).collect(Collectors.joining("\n")));
    browser()
        .until(
            "200 files",
            () -> browser().texts("#progress-text").equals(List.of("200 of 200 done, 1 rejected")));
    assertEquals(20, browser().texts(".card").size());
    assertEquals("1 to 20 of 200", browser().find("#shown").getText());
    browser().find("#older").click();
    assertEquals("21 to 40 of 200", browser().find("#shown").getText());
    Object fits = browser().driver().executeScript("return document.body.scrollHeight < 10_000");
    assertEquals(true, fits);
    assertTrue(browser().find("#open-buckets").isDisplayed());

    browser().enter("#filter", "rejected");
    List<String> rejected =
        browser().texts(".card .message").stream().filter(text -> !text.isEmpty()).toList();
    assertEquals(1, rejected.size());
    assertTrue(rejected.get(0).startsWith("Rejected: "), rejected.get(0));
    assertEquals(List.of("picture.png"), browser().texts(".card .key"));
    assertTrue(browser().texts("#filter option").contains("Rejected (1)"));

    browser().enter("#filter", "warnings");
    assertEquals(List.of("latin.txt"), browser().texts(".card .key"));
    assertTrue(browser().texts("#filter option").contains("With warnings (1)"));

    browser().enter("#filter", "all");
    browser().enter("#search", "FERRY-17.txt Bergen");
    assertEquals(List.of("ferry-17.txt"), browser().texts(".card .key"));
    browser().enter("#search", "nothing has these words");
    assertEquals(List.of(), browser().texts(".card"));
    browser().find("#show-all").click();
    assertEquals(20, browser().texts(".card").size());
    assertEquals(List.of(), browser().violations());
  }

  @Test
  void filtersArticlesForWhichTheFunctionFailed() {
    service()
        .deployment()
        .server()
        .injectFaults(
            call ->
                call.key().startsWith("broken.txt.")
                    ? Optional.of(Fault.slowDown())
                    : Optional.empty());
    browser().drop(Map.of("ferry.txt", FERRY, "broken.txt", LIBRARY));
    awaitSummaries(1);
    browser().until("the failure", () -> browser().texts("#filter option").contains("Failed (1)"));
    browser().enter("#filter", "failed");
    assertEquals(List.of("broken.txt"), browser().texts(".card .key"));
    String message = browser().texts(".card .message").get(0);
    String expected = "The function failed. AWS would retry it; here reprocessing does. s3-503: ";
    assertTrue(message.startsWith(expected), message);
    assertEquals(List.of(), browser().violations());
    service().deployment().server().injectFaults(call -> Optional.empty());
    browser().find("#open-buckets").click();
    browser().find("#reprocess").click();
    browser()
        .until(
            "the repair",
            () -> browser().texts("#filter option").containsAll(List.of("Failed (0)", "All (2)")));
  }

  @Test
  void readsOneArticleAfterAnother() throws IOException {
    Browser browser = browser();
    browser.drop(Map.of("ferry.txt", FERRY));
    awaitSummaries(1);
    browser.drop(Map.of("harbor.json", HARBOR));
    awaitSummaries(2);
    browser.find(".card:last-child .quotes li:nth-child(2) a").click();
    browser.until("the ferry", () -> markedInFrame().equals(quoted("ferry.txt")));
    assertTrue(String.valueOf(browser.find("#page").getDomProperty("src")).endsWith("#s2"));
    assertEquals("2 of 2", browser.find("#place").getText());
    assertFalse(browser.find("#next").isEnabled());
    browser.find("#previous").click();
    browser.until("the harbor", () -> markedInFrame().equals(quoted("harbor.json")));
    browser.find("#next").sendKeys(Keys.ARROW_RIGHT);
    assertEquals("2 of 2", browser.find("#place").getText());
    assertEquals(List.of(), browser.violations());
  }

  @Test
  void saysWhyASentenceWasChosenAndHowMuchReadingItSaves() throws IOException {
    Browser browser = browser();
    browser.drop(Map.of("harbor.json", HARBOR));
    awaitSummaries(1);
    List<String> reasons = browser.texts(".quotes .why");
    assertEquals(3, reasons.size());
    assertEquals(1, reasons.stream().filter(why -> why.startsWith("Most important. ")).count());
    assertTrue(browser.find(".why").isDisplayed());
    assertTrue(browser.find(".why").getText().endsWith("."), reasons.toString());
    assertTrue(
        browser.find(".facts").getText().matches("\\d+ of 277 words; saves \\d\\d seconds.*"));
    assertEquals(3, browser.texts(".places span").size());

    browser.drop(Map.of("long.txt", (FERRY + "\n\n").repeat(20), "word.txt", "Ferries."));
    browser.until("three", () -> browser.texts(".card .facts:not(:empty)").size() == 3);
    List<String> facts = browser.texts(".card .facts");
    assertTrue(facts.stream().anyMatch(fact -> fact.startsWith("1 word: ")), facts.toString());
    assertTrue(facts.stream().anyMatch(fact -> fact.contains(" of 1,")), facts.toString());
  }

  @Test
  void copiesTheSummary() throws IOException {
    Browser browser = browser();
    browser.drop(Map.of("harbor.json", HARBOR));
    awaitSummaries(1);
    browser.find(".card .copy").click();
    browser.until("the copy", () -> browser.find(".card .copy").getText().equals("Copied"));
    browser.find("#text").sendKeys(Keys.chord(Keys.CONTROL, "v"));
    assertEquals(
        "Tideford votes to rebuild its broken harbor wall before winter\n\n"
            + String.join("\n", quoted("harbor.json")),
        browser.find("#text").getDomProperty("value"));
  }

  @Test
  void setsArabicCardsFromTheRight() {
    browser().drop(Map.of("bridge.txt", "افتتاح الجسر الجديد\n\nافتتح الجسر الجديد يوم الاثنين."));
    awaitSummaries(1);
    for (String selector : List.of(".card .quotes li", ".card .quotes .quote")) {
      assertEquals("rtl", browser().find(selector).getCssValue("direction"));
    }
  }

  /** Han characters have other shapes in Chinese and Japanese, and Korean breaks between words. */
  @Test
  void setsHeadlinesAndSentencesInTheirLanguage() {
    browser().drop(Map.of("bridge.txt", "새 다리가 다시 열렸다\n\n항구의 새 다리가 월요일에 다시 열렸다."));
    awaitSummaries(1);
    for (String selector : List.of(".card h3", ".card .quote")) {
      assertEquals("keep-all", browser().find(selector).getCssValue("word-break"));
    }
    assertEquals("ko", browser().find(".card h3").getDomAttribute("lang"));
    browser().find(".card .open").click();
    assertEquals("ko", browser().find("#reader-title").getDomAttribute("lang"));
    browser().find("#close").click();
    browser().drop(Map.of("empty.txt", ""));
    browser().until("the rejection", () -> browser().texts(".card").size() == 2);
    browser()
        .until("no language", () -> "".equals(browser().find(".card h3").getDomAttribute("lang")));
  }

  @Test
  void keepsEachChoiceNextToItsLabelOnAPhone() {
    browser().drop(Map.of("ferry.txt", FERRY));
    awaitSummaries(1);
    browser().look(390, 844, false);
    Object oneLine =
        browser()
            .driver()
            .executeScript(
                """
                const range = document.createRange();
                range.selectNode(document.getElementById('filter').parentNode.firstChild);
                const text = range.getBoundingClientRect();
                const choice = document.getElementById('filter').getBoundingClientRect();
                return text.top >= choice.top && text.bottom <= choice.bottom;
                """);
    assertEquals(true, oneLine);
  }

  @Test
  void keepsItsSettingsOverAReload() {
    browser().enter("#sentences", "7");
    browser().enter("#max-words", "120");
    browser().drop(Map.of("ferry.txt", FERRY));
    awaitSummaries(1);
    browser().find("#reasons").click();
    browser().driver().navigate().refresh();
    awaitSummaries(1);
    assertEquals("7", browser().find("#sentences-value").getText());
    assertEquals("120", browser().find("#max-words").getDomProperty("value"));
    assertFalse(browser().find(".why").isDisplayed());
  }

  @Test
  void overwritesNothingWithoutAsking() {
    for (int i = 1; i <= 2; i++) {
      browser().find("#text").sendKeys("The ferry sails.\nVersion " + i + " of it.");
      browser().find("#paste").click();
      awaitSummaries(i);
    }
    assertEquals(
        List.of("pasted/the-ferry-sails-2.txt", "pasted/the-ferry-sails.txt"),
        browser().texts(".card .key"));

    for (String answer : List.of("", "#skip", "#replace", "#keep-both")) {
      browser().drop(Map.of("ferry.md", "The answer to the question was " + answer + "."));
      if (!answer.isEmpty()) {
        browser().until("the question", () -> browser().find("#conflicts").isDisplayed());
        assertEquals(List.of("ferry.md"), browser().texts("#conflicting li"));
        assertEquals(List.of(), browser().violations());
        browser().find(answer).click();
      }
      int expected = answer.equals("#keep-both") ? 4 : 3;
      awaitSummaries(expected);
    }
    assertEquals("ferry.md", browser().texts(".card .key").get(1));
    assertEquals(
        List.of("The answer to the question was #keep-both."),
        browser().texts(".card:first-child .quote"));
    assertEquals(
        List.of("The answer to the question was #replace."),
        browser().texts(".card:nth-child(2) .quote"));
  }

  @Test
  void deletesAfterAQuestionAndKeepsTheFocusInTheList() {
    browser().drop(Map.of("ferry.txt", FERRY));
    awaitSummaries(1);
    browser().drop(Map.of("library.md", LIBRARY));
    awaitSummaries(2);
    browser().find(".card .remove").click();
    assertEquals("library.md", browser().find("#confirm-key").getText());
    assertEquals(List.of(), browser().violations());
    browser().find("#confirm button:first-child").click();
    assertEquals(2, browser().texts(".card").size());
    browser().find(".card .remove").click();
    browser().find("#confirm .danger").click();
    browser().until("one card", () -> browser().texts(".card").size() == 1);
    assertEquals(
        "Night ferry to Bergen returns after eleven years",
        browser().driver().switchTo().activeElement().getText());
  }

  @Test
  void saysWhatToDoWithDroppedTextsAndLinks() {
    dropData("text/plain", "The ferry sails again. It carries 900 people.");
    assertEquals("paste", browser().driver().switchTo().activeElement().getDomAttribute("id"));
    assertTrue(browser().find("#status").getText().contains("press Summarize"));
    dropData("text/uri-list", "https://courier.example/harbor");
    assertTrue(browser().find("#status").getText().contains("Save the article as HTML"));
  }

  @Test
  void marksCardsOfAnEarlierRun() throws IOException {
    browser().drop(Map.of("ferry.txt", FERRY));
    awaitSummaries(1);
    int port = service().page().address().getPort();
    service().close();
    browser()
        .until("the loss", () -> browser().find("#connection").getText().contains("reconnecting"));
    running = Optional.of(start(port));
    browser().until("the mark", () -> !browser().texts(".card.stale").isEmpty());
    assertTrue(browser().find(".card .message").getText().contains("it was restarted"));
    assertTrue(browser().find("#connection").getText().contains("Reload this page"));
    assertFalse(browser().find(".card .remove").isDisplayed());
    assertEquals(List.of(), browser().violations());
  }

  @Test
  void hasAnIcon() {
    Object loaded =
        browser()
            .driver()
            .executeAsyncScript(
                "const image = new Image(); image.onload = () => arguments[0](true);"
                    + " image.onerror = () => arguments[0](false);"
                    + " image.src = document.querySelector('link[rel=icon]').href;");
    assertEquals(true, loaded);
  }

  private void dropData(String type, String value) {
    browser()
        .driver()
        .executeScript(
            """
            const data = new DataTransfer();
            data.setData(arguments[0], arguments[1]);
            document.body.dispatchEvent(
                new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));
            """,
            type,
            value);
  }

  @Test
  void showsWhatOthersPutAndDelete() {
    service()
        .deployment()
        .s3()
        .putObject(
            put -> put.bucket(LocalDeployment.ARTICLES).key("others/ferry.txt"),
            RequestBody.fromString(FERRY));
    awaitSummaries(1);
    assertEquals(List.of("others/ferry.txt"), browser().texts(".card .key"));
    service()
        .deployment()
        .s3()
        .deleteObject(delete -> delete.bucket(LocalDeployment.ARTICLES).key("others/ferry.txt"));
    browser().until("no card", () -> browser().texts(".card").isEmpty());
  }

  @Test
  void reprocessesAndListsBothBuckets() {
    browser().drop(Map.of("harbor.json", HARBOR, "ferry.txt", FERRY));
    awaitSummaries(2);
    service()
        .deployment()
        .s3()
        .deleteObject(
            delete -> delete.bucket(LocalDeployment.SUMMARIES).key("ferry.txt.metadata.json"));
    browser().find("#open-buckets").click();
    browser().find("#reprocess").click();
    browser()
        .until(
            "the end of reprocessing",
            () ->
                browser()
                    .texts("#reprocess-text")
                    .equals(List.of("2 of 2 articles, all up to date")));
    assertTrue(metadata("ferry.txt").has("summary"));
    browser().until("the buckets", () -> browser().texts("[data-bucket] a").size() == 8);
    assertTrue(browser().texts("[data-bucket] a").contains("ferry.txt.summary.html"));
    assertEquals(List.of(), browser().violations());
  }

  private Browser browser() {
    return window.orElseThrow();
  }

  private LocalService service() {
    return running.orElseThrow();
  }

  private void awaitSummaries(int count) {
    browser()
        .until(
            count + " summaries",
            () -> browser().texts(".card:not(.waiting) .quotes:not(:empty)").size() == count);
  }

  /** The marked sentences of the page in the frame, in order. */
  private List<String> markedInFrame() {
    browser().driver().switchTo().frame("page");
    try {
      return browser().texts("mark");
    } finally {
      browser().driver().switchTo().defaultContent();
    }
  }

  private List<String> quoted(String key) {
    List<String> quoted = new ArrayList<>();
    metadata(key).at("/summary/sentences").forEach(one -> quoted.add(one.get("text").asText()));
    return quoted;
  }

  private JsonNode metadata(String key) {
    try {
      byte[] bytes =
          service()
              .deployment()
              .s3()
              .getObjectAsBytes(
                  get -> get.bucket(LocalDeployment.SUMMARIES).key(key + ".metadata.json"))
              .asByteArray();
      return new ObjectMapper().readTree(bytes);
    } catch (NoSuchKeyException e) {
      return new ObjectMapper().createObjectNode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Pictures of the page by light and dark, on a desk and in a hand. */
  private void shoot(String name, int width, int height) throws IOException {
    Path folder = Path.of("target/screenshots");
    browser().look(390, 844, false);
    browser().picture(folder.resolve(name + "-phone.png"));
    browser().look(390, 844, true);
    browser().picture(folder.resolve(name + "-phone-dark.png"));
    browser().look(width, height, true);
    browser().picture(folder.resolve(name + "-dark.png"));
    browser().look(width, height, false);
    browser().picture(Path.of(System.getProperty("screenshots", folder.toString()), name + ".png"));
  }
}
