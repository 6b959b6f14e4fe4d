package dev.nutgraf.article.boilerplate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.article.reader.ArticleReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningLinesTest {
  private static final String ABSENT = "-";

  private static final String GERMAN =
      "Der Stadtrat hat am Dienstag beschlossen, die Brücke über den Fluss bis zum Frühjahr zu"
          + " sperren, weil die Pfeiler erneuert werden müssen.";
  private static final String ENGLISH =
      "The council decided on Tuesday to close the bridge over the river until spring, because its"
          + " piers have to be replaced.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Piotr Zieliński, 12.06.2025, 13:40 | Piotr Zieliński | 2025-06-12",
        "Ada Finch | - | -",
        "Bad Homburg, 12.06.2025, 13:40 | - | 2025-06-12",
        "New Arden, 12.06.2025, 13:40 | - | 2025-06-12",
        "Ada Finch, 12.06.2025 | - | 2025-06-12",
        "di Anna Rossi, 10 gennaio 2025 | Anna Rossi | 2025-01-10",
        "Text: Karin Ek | Karin Ek | -",
        "Text: Brücke | - | -",
        "le 21/07/2025 à 16h45 | - | 2025-07-21",
        "Thứ hai, 17/2/2025, 08:30 (GMT+7) | - | 2025-02-17",
        "EFE / Cádiz 30 SEP 2025 | - | 2025-09-30",
        "Musterstadt, 14. März 2025 | - | 2025-03-14",
        "czwartek, 3 lipca 2025 | - | 2025-07-03",
      })
  void readsAuthorAndDateAboveTheProse(String line, String author, String date) {
    String text = "Brücke über den Fluss bis zum Frühjahr gesperrt\n\n" + line + "\n\n" + GERMAN;
    check(read("a.txt", text), author, date);
    check(
        read("a.html", "<div><p>" + line + ("</p><p>" + GERMAN).repeat(2) + "</p></div>"),
        author,
        date);
    check(read("a.md", line + "\n\n" + GERMAN), author, date);
  }

  private static void check(ArticleMetadata metadata, String author, String date) {
    assertEquals(author, metadata.author().map(MetadataField::value).orElse(ABSENT));
    assertEquals(date, metadata.datePublished().map(MetadataField::value).orElse(ABSENT));
  }

  @Test
  void aDayAndAMonthInFiguresAreAmbiguousInEnglishOnly() {
    check(
        read("a.txt", "Bridge closes until next spring\n\n3/4/2025\n\n" + ENGLISH), ABSENT, ABSENT);
    check(
        read("a.txt", "Brücke über den Fluss gesperrt\n\n3/4/2025\n\n" + GERMAN),
        ABSENT,
        "2025-04-03");
    String page =
        "<html lang=%2$s><body><div><p>3/4/2025</p><p>%1$s</p><p>%1$s</p></div></body></html>";
    check(read("a.html", page.formatted(GERMAN, "en-GB")), ABSENT, ABSENT);
    check(read("a.html", page.formatted(ENGLISH, "de")), ABSENT, "2025-04-03");
  }

  @Test
  void aDeclaredAuthorAndDateWin() {
    check(
        read(
            "a.html",
            "<head><meta name=author content='Ada Finch'><meta name=date content=2025-01-02></head>"
                + "<div><p>By Max Muster, 3 March 2024</p><p>"
                + ENGLISH
                + "</p></div>"),
        "Ada Finch",
        "2025-01-02");
  }

  @Test
  void aBylineBelowTheProseOfAPageIsThatOfAnotherStory() {
    check(
        read(
            "a.html",
            "<div><p>%s</p><p>By Max Muster, 3 March 2024</p><p>%s</p></div>"
                .formatted(ENGLISH, ENGLISH)),
        ABSENT,
        ABSENT);
  }

  @Test
  void theTypeOfAPressReleaseIsNotItsHeadline() {
    ArticleMetadata metadata =
        read(
            "a.txt",
            "PRESSEMITTEILUNG\n\nMusterstadt, 14. März 2025\n\nBrücke über den Fluss bis zum"
                + " Frühjahr gesperrt\n\n"
                + GERMAN);
    check(metadata, ABSENT, "2025-03-14");
    assertEquals(
        "Brücke über den Fluss bis zum Frühjahr gesperrt",
        metadata.headline().orElseThrow().value());
  }

  private static ArticleMetadata read(String name, String text) {
    return new ArticleReader(1 << 20)
        .read(ArticleFile.of(name, text.getBytes(StandardCharsets.UTF_8)))
        .metadata();
  }
}
