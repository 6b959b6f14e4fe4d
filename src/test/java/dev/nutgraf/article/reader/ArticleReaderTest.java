package dev.nutgraf.article.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.ArticleRejectedException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleReaderTest {
  private static final long MAX_BYTES = 1 << 20;

  private final ArticleReader reader = new ArticleReader(MAX_BYTES);

  @Test
  void readsPlainTextAsItStands() {
    Article article = read("Two lines\r\nof text.\r\n");
    assertEquals("Two lines\r\nof text.\r\n", article.text());
    assertEquals("text/plain", article.mediaType());
    assertEquals("UTF-8", article.charset());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t\r\n", "\uFEFF", "\u00A0\u3000\n"})
  void rejectsWhatHoldsNoText(String text) {
    assertEquals(Reason.EMPTY, rejection(text.getBytes(StandardCharsets.UTF_8)).reason());
  }

  @Test
  void rejectsMoreBytesThanItAccepts() {
    byte[] bytes = new byte[(int) MAX_BYTES + 1];
    Arrays.fill(bytes, (byte) 'a');
    assertEquals(Reason.TOO_LARGE, rejection(bytes).reason());
  }

  @Test
  void expandsGzipDeclaredOrNot() throws IOException {
    byte[] gzip = gzip("Some text.".getBytes(StandardCharsets.UTF_8));
    assertEquals("Some text.", reader.read(ArticleFile.of("a", gzip)).text());
    ArticleFile declared = new ArticleFile("a", gzip, Optional.empty(), Optional.of("GZIP"));
    assertEquals("Some text.", reader.read(declared).text());
    assertEquals("Some text.", reader.read(ArticleFile.of("a", gzip(gzip))).text());
  }

  @Test
  void expandsGzipOnceMoreButNotTwice() throws IOException {
    byte[] thrice = gzip(gzip(gzip("Some text.".getBytes(StandardCharsets.UTF_8))));
    assertEquals(Reason.BINARY, rejection(thrice).reason());
  }

  @Test
  void readsPlainTextThatIsDeclaredGzipWithAWarning() {
    byte[] bytes = "Some text.".getBytes(StandardCharsets.UTF_8);
    Article article =
        reader.read(new ArticleFile("a", bytes, Optional.empty(), Optional.of("gzip")));
    assertEquals("Some text.", article.text());
    assertEquals("not-gzip", article.warnings().get(0).code());
  }

  @Test
  void rejectsAContentEncodingItDoesNotKnow() {
    ArticleFile file = new ArticleFile("a", new byte[] {'a'}, Optional.empty(), Optional.of("br"));
    ArticleRejectedException rejected =
        assertThrows(ArticleRejectedException.class, () -> reader.read(file));
    assertEquals(Reason.BAD_ENCODING, rejected.reason());
    assertEquals(
        "The content encoding \"br\" isn't supported; gzip and identity are.",
        rejected.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain; charset=iso-8859-2",
        "text/plain;format=flowed; Charset = \"ISO-8859-2\"",
        "text/plain; charset='latin2'",
      })
  void decodesByTheCharsetParameterOfTheContentType(String contentType) {
    byte[] bytes = "Žluťoučký kůň".getBytes(Charset.forName("ISO-8859-2"));
    Article article =
        reader.read(new ArticleFile("a", bytes, Optional.of(contentType), Optional.empty()));
    assertEquals("Žluťoučký kůň", article.text());
    assertEquals("ISO-8859-2", article.charset());
  }

  private Article read(String text) {
    return reader.read(ArticleFile.of("a", text.getBytes(StandardCharsets.UTF_8)));
  }

  private ArticleRejectedException rejection(byte[] bytes) {
    return assertThrows(
        ArticleRejectedException.class, () -> reader.read(ArticleFile.of("a", bytes)));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void theLongestTextInADocumentIsReadByJacksonWithItsDefaults() {
    int longest = StreamReadConstraints.defaults().getMaxStringLength();
    assertTrue(ArticleReader.MAX_MARKUP_CHARS <= longest);
  }
}
