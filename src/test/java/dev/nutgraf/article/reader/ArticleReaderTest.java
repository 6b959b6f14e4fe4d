package dev.nutgraf.article.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleReaderTest {
  private static final long MAX_BYTES = 1 << 20;
  private static final String GERMAN = "Der Bürgermeister von Köln grüßt: „Schöne Grüße“.";

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

  @ParameterizedTest
  @CsvSource({
    "page.txt,, '<!DOCTYPE html><p>Text.</p>', text/html",
    "page,, '  <!-- a comment --> <html><p>Text.</p>', text/html",
    "page.txt, text/plain, '<html><body>Text.', text/html",
    "a.json,, '{\"body\": \"Text.\"}', application/json",
    "a.txt,, '[ {\"body\": \"Text.\"} ]', application/json",
    "a.txt, text/markdown, 'Text.', text/markdown",
    "a.md,, 'Text.', text/markdown",
    "a.md, text/plain; charset=utf-8, 'Text.', text/plain",
    "a.md.gz,, 'Text.', text/markdown",
    "a.html,, 'Text with <b>bold</b> words.', text/html",
    "a.md, binary/octet-stream, 'Text.', text/markdown",
    "a,, '[Photo: AP] Text.', text/plain",
    "a,, '{curly} text.', text/plain",
    "a,, '<3 is a heart.', text/plain",
    "a,, '- an item of a list', text/plain",
  })
  void recognizesTheFormatByContentThenDeclarationThenName(
      String name, String contentType, String text, String mediaType) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ArticleFile file =
        new ArticleFile(name, bytes, Optional.ofNullable(contentType), Optional.empty());
    assertEquals(mediaType, reader.read(file).mediaType());
  }

  @Test
  void recognizesMarkdownByItsFrontMatter() {
    assertEquals("text/markdown", read("---\ntitle: A title\n---\nText.\n").mediaType());
  }

  @Test
  void recognizesMarkdownByItsHeadings() {
    assertEquals("text/markdown", read("# A title\n\nText.\n\n## More\n\nText.\n").mediaType());
    assertEquals("text/plain", read("# 1 in the charts for a week.\n\nText.\n").mediaType());
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
  void readsEveryMemberOfAGzipFileAndIgnoresWhatFollows() throws IOException {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.write(gzip("Some ".getBytes(StandardCharsets.UTF_8)));
    members.write(gzip("text.".getBytes(StandardCharsets.UTF_8)));
    members.write(new byte[512]);
    assertEquals("Some text.", reader.read(ArticleFile.of("a", members.toByteArray())).text());
  }

  @Test
  void readsAMillionEmptyGzipMembersWithoutDeepCalls() throws IOException {
    byte[] empty = gzip(new byte[0]);
    byte[] bytes = new byte[empty.length * 40_000];
    for (int i = 0; i < bytes.length; i += empty.length) {
      System.arraycopy(empty, 0, bytes, i, empty.length);
    }
    assertEquals(Reason.EMPTY, rejection(bytes).reason());
  }

  @Test
  void rejectsAGzipBombAtTheLimit() throws IOException {
    byte[] bomb = gzip(new byte[64 << 20]);
    ArticleRejectedException rejected = rejection(bomb);
    assertEquals(Reason.TOO_LARGE, rejected.reason());
    assertTrue(rejected.getMessage().contains("1048576"), rejected.getMessage());
  }

  @Test
  void rejectsDamagedGzipWhereverTheDamageIs() throws IOException {
    byte[] good = gzip("Some text that is long enough to be cut.".getBytes(StandardCharsets.UTF_8));
    for (int length = 3; length < good.length; length++) {
      assertEquals(Reason.BAD_ENCODING, rejection(Arrays.copyOf(good, length)).reason());
    }
    for (int at = 10; at < good.length; at++) {
      byte[] damaged = good.clone();
      damaged[at] ^= 0x55;
      assertEquals(Reason.BAD_ENCODING, rejection(damaged).reason(), "byte " + at);
    }
  }

  @Test
  void rejectsAContentEncodingItDoesNotKnow() {
    ArticleFile file = new ArticleFile("a", new byte[] {'a'}, Optional.empty(), Optional.of("br"));
    ArticleRejectedException rejected =
        assertThrows(ArticleRejectedException.class, () -> reader.read(file));
    assertEquals(Reason.BAD_ENCODING, rejected.reason());
    assertEquals(
        "The content encoding \"br\" is not known; accepted are gzip and identity.",
        rejected.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "'\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF', a JPEG picture",
    "'\u0089PNG\r\n\u001A\n\0\0', a PNG picture",
    "'%PDF-1.7\n%\u00E2\u00E3', a PDF document",
    "'\u007FELF\u0002\u0001\u0001\0', an ELF program",
    "'\u00CA\u00FE\u00BA\u00BE\0\0\0=', a Java class file",
    "'\0\0\0\u0018ftypmp42\0', an MP4",
    "'{\\rtf1\\ansi', an RTF document",
    "'PK\u0003\u0004\u0014\0\0\0\b\0', a ZIP archive",
  })
  void rejectsBinaryFilesByName(String head, String name) {
    ArticleRejectedException rejected = rejection(head.getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(Reason.BINARY, rejected.reason());
    assertTrue(rejected.getMessage().contains(name), rejected.getMessage());
    assertTrue(rejected.getMessage().contains("Markdown"), rejected.getMessage());
  }

  @Test
  void rejectsNoiseWithoutASignature() {
    byte[] noise = new byte[5000];
    new java.util.Random(7).nextBytes(noise);
    noise[0] = 'a';
    assertEquals(Reason.BINARY, rejection(noise).reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void dropsTheByteOrderMark(String charset) {
    byte[] bytes = ("\uFEFF" + GERMAN).getBytes(Charset.forName(charset));
    Article article = reader.read(ArticleFile.of("a", bytes));
    assertEquals(GERMAN, article.text());
    assertEquals(charset, article.charset());
  }

  @Test
  void believesTheDeclaredCharset() {
    byte[] bytes = "Žluťoučký kůň".getBytes(Charset.forName("ISO-8859-2"));
    Article article =
        reader.read(
            new ArticleFile(
                "a", bytes, Optional.of("text/plain; charset=\"iso-8859-2\""), Optional.empty()));
    assertEquals("Žluťoučký kůň", article.text());
    assertEquals("ISO-8859-2", article.charset());
  }

  @Test
  void readsLatin1AsWindows1252WhereItHasToBe() {
    byte[] bytes = GERMAN.getBytes(Charset.forName("windows-1252"));
    Article article =
        reader.read(
            new ArticleFile(
                "a", bytes, Optional.of("text/plain; charset=iso-8859-1"), Optional.empty()));
    assertEquals(GERMAN, article.text());
    assertEquals("windows-1252", article.charset());
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-ascii", "shift_jis", "utf-16", "no-such-charset", "\u0000"})
  void looksAtTheBytesWhenTheDeclaredCharsetIsWrong(String declared) {
    byte[] bytes = ("Grüße, " + GERMAN).getBytes(StandardCharsets.UTF_8);
    Article article =
        reader.read(
            new ArticleFile(
                "a", bytes, Optional.of("text/plain; charset=" + declared), Optional.empty()));
    assertEquals("Grüße, " + GERMAN, article.text());
    assertEquals("charset-mismatch", article.warnings().get(0).code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><meta charset=windows-1251>",
        "<html><META http-equiv='Content-Type' content='text/html; charset=windows-1251'>",
        "<?xml version='1.0' encoding='windows-1251'?><html>",
      })
  void believesTheCharsetThatThePageDeclares(String head) {
    byte[] bytes = (head + "<p>Это новость.</p>").getBytes(Charset.forName("windows-1251"));
    Article article = reader.read(ArticleFile.of("a", bytes));
    assertEquals("Это новость.", article.text());
    assertEquals("windows-1251", article.charset());
  }

  @ParameterizedTest
  @CsvSource({
    "Shift_JIS, 港を出る船は月曜日の朝、ポンプの故障のため一時間遅れて出発した。けが人はいなかった。",
    "EUC-JP, 港を出る船は月曜日の朝、ポンプの故障のため一時間遅れて出発した。けが人はいなかった。",
    "UTF-16LE, 港を出る船は月曜日の朝、ポンプの故障のため一時間遅れて出発した。けが人はいなかった。",
    "UTF-16BE, The ferry left the harbor an hour late on Monday.",
    "GB18030, 由于水泵发生故障，星期一早上的渡轮晚了一个小时才离开港口，没有人受伤，公司表示歉意。",
    "Big5, 由於水泵發生故障，星期一早上的渡輪晚了一個小時才離開港口，沒有人受傷，公司表示歉意。",
    "EUC-KR, 월요일 아침 섬으로 가는 배가 펌프 고장으로 한 시간 늦게 항구를 떠났다. 다친 사람은 없었다.",
    "KOI8-R, Паром на остров вышел из порта на час позже из-за поломки насоса. Никто не пострадал.",
    "windows-1251, Паром на остров вышел из порта на час позже из-за поломки насоса. Никто не пострадал.",
    "ISO-8859-1, Die Fähre verließ den Hafen über eine Stunde später als geplant; die Gäste hörten nichts.",
  })
  void recognizesUndeclaredCharsets(String charset, String sentence) {
    String text = (sentence + "\n").repeat(3);
    Article article = reader.read(ArticleFile.of("a", text.getBytes(Charset.forName(charset))));
    assertEquals(text, article.text());
    assertEquals(charset, article.charset());
  }

  @Test
  void readsUtf8WithAStrayByteAndSaysSo() {
    byte[] bytes = (GERMAN + " " + GERMAN + " " + GERMAN).getBytes(StandardCharsets.UTF_8);
    bytes[0] = (byte) 0xFF;
    Article article = reader.read(ArticleFile.of("a", bytes));
    assertEquals('\uFFFD', article.text().charAt(0));
    assertTrue(article.text().endsWith(GERMAN));
    assertEquals("charset-damaged", article.warnings().get(0).code());
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
  void takesAFewLettersOutsideAsciiForWesternOnes() {
    byte[] bytes = "A caf\u00e9 in Lyon".getBytes(Charset.forName("windows-1252"));
    Article article = new ArticleReader(1000).read(ArticleFile.of("a.txt", bytes));
    assertEquals("A caf\u00e9 in Lyon", article.text());
    assertEquals("charset-guessed", article.warnings().get(0).code());
  }
}
