package dev.nutgraf.article.decoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.ArticleRejectedException.Reason;
import dev.nutgraf.article.Warning;
import dev.nutgraf.article.decoding.Charsets.Decoded;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetsTest {
  private static final String GERMAN = "Der Bürgermeister von Köln grüßt: „Schöne Grüße“.";

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void dropsTheByteOrderMark(String charset) {
    Decoded decoded = decode(("\uFEFF" + GERMAN).getBytes(Charset.forName(charset)));
    assertEquals(GERMAN, decoded.text());
    assertEquals(charset, decoded.charset());
  }

  @Test
  void believesTheMarkBeforeTheDeclaration() {
    byte[] bytes = ("\uFEFF" + GERMAN).getBytes(StandardCharsets.UTF_8);
    assertEquals("UTF-8", decode(bytes, "windows-1252").charset());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<meta name=description content='Why charset=gbk breaks pages'>",
        "<!-- <meta charset=iso-8859-1> -->",
        "<meta charset=iso-8859-1>",
      })
  void takesValidUtf8ForItWhateverThePageSays(String head) {
    Decoded decoded = decode(("<html>" + head + GERMAN).getBytes(StandardCharsets.UTF_8));
    assertEquals("UTF-8", decoded.charset());
    assertTrue(decoded.text().endsWith(GERMAN));
  }

  @Test
  void believesTheDeclaredCharset() {
    Decoded decoded = decode("Žluťoučký kůň".getBytes(Charset.forName("ISO-8859-2")), "iso-8859-2");
    assertEquals("Žluťoučký kůň", decoded.text());
    assertEquals("ISO-8859-2", decoded.charset());
  }

  @Test
  void readsDeclaredLatin1AsWindows1252WhereItHasToBe() {
    Decoded decoded = decode(GERMAN.getBytes(Charset.forName("windows-1252")), "iso-8859-1");
    assertEquals(GERMAN, decoded.text());
    assertEquals("windows-1252", decoded.charset());
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-ascii", "shift_jis", "utf-16", "no-such-charset", "\u0000"})
  void readsTheBytesWhenTheDeclaredCharsetIsWrong(String declared) {
    Decoded decoded = decode(("Grüße, " + GERMAN).getBytes(StandardCharsets.UTF_8), declared);
    assertEquals("Grüße, " + GERMAN, decoded.text());
    assertEquals(List.of("charset-mismatch"), codes(decoded));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><meta charset=windows-1251>",
        "<html><META http-equiv='Content-Type' content='text/html; charset=windows-1251'>",
        "<?xml version='1.0' encoding='windows-1251'?><html>",
      })
  void believesTheCharsetThatThePageDeclares(String head) {
    String page = head + "<p>Это новость.</p>";
    Decoded decoded = decode(page.getBytes(Charset.forName("windows-1251")));
    assertEquals(page, decoded.text());
    assertEquals("windows-1251", decoded.charset());
  }

  @Test
  void believesTheStoreBeforeThePage() {
    byte[] bytes = "<meta charset=koi8-r><p>Это новость.</p>".getBytes(Charset.forName("KOI8-R"));
    assertEquals("windows-1251", decode(bytes, "windows-1251").charset());
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
    Decoded decoded = decode(text.getBytes(Charset.forName(charset)));
    assertEquals(text, decoded.text());
    assertEquals(charset, decoded.charset());
  }

  @Test
  void readsUtf8WithAStrayByteAndWarns() {
    byte[] bytes = (GERMAN + " " + GERMAN + " " + GERMAN).getBytes(StandardCharsets.UTF_8);
    bytes[0] = (byte) 0xFF;
    Decoded decoded = decode(bytes);
    assertEquals('\uFFFD', decoded.text().charAt(0));
    assertTrue(decoded.text().endsWith(GERMAN));
    assertEquals(List.of("charset-damaged"), codes(decoded));
  }

  @Test
  void takesAFewLettersOutsideAsciiForWesternOnes() {
    Decoded decoded = decode("A caf\u00e9 in Lyon".getBytes(Charset.forName("windows-1252")));
    assertEquals("A caf\u00e9 in Lyon", decoded.text());
    assertEquals(List.of("charset-guessed"), codes(decoded));
  }

  @Test
  void rejectsBinaryFilesByName() {
    ArticleRejectedException rejected = rejection("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
    assertEquals(Reason.BINARY, rejected.reason());
    assertTrue(rejected.getMessage().contains("a PDF document"), rejected.getMessage());
    assertTrue(rejected.getMessage().contains("Markdown"), rejected.getMessage());
  }

  @Test
  void rejectsNoiseWithoutASignature() {
    byte[] noise = new byte[5000];
    new Random(7).nextBytes(noise);
    noise[0] = 'a';
    assertEquals(Reason.BINARY, rejection(noise).reason());
  }

  @Test
  void rejectsBytesOfNoCharacterSet() {
    byte[] bytes = new byte[400];
    Random random = new Random(1);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (0x80 + random.nextInt(0x80));
    }
    assertEquals(Reason.UNDECODABLE, rejection(bytes).reason());
  }

  private static List<String> codes(Decoded decoded) {
    return decoded.warnings().stream().map(Warning::code).toList();
  }

  private static Decoded decode(byte[] bytes) {
    return Charsets.decode(bytes, Optional.empty());
  }

  private static Decoded decode(byte[] bytes, String declared) {
    return Charsets.decode(bytes, Optional.of(declared));
  }

  private static ArticleRejectedException rejection(byte[] bytes) {
    return assertThrows(ArticleRejectedException.class, () -> decode(bytes));
  }
}
