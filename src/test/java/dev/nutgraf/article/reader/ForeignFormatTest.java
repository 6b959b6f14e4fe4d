package dev.nutgraf.article.reader;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.ArticleRejectedException.Reason;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignFormatTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FEED | <?xml version=\"1.0\"?><!-- made by hand --><rss version=\"2.0\"><channel/></rss>",
        "FEED | <feed xmlns=\"http://www.w3.org/2005/Atom\"></feed>",
        "FEED | <rdf:RDF></rdf:RDF>",
        "FEED | <urlset></urlset>",
        "UNSUPPORTED_FORMAT | <newsItem guid=\"x\"></newsItem>",
        "UNSUPPORTED_FORMAT | <!DOCTYPE nitf SYSTEM \"nitf.dtd\"><nitf></nitf>",
        "FEED | <item><title>Ferry</title></item>",
        "FEED | <entry xmlns=\"http://www.w3.org/2005/Atom\"></entry>",
        "UNSUPPORTED_FORMAT | BEGIN:VCARD",
        "UNSUPPORTED_FORMAT | <mediawiki><page></page></mediawiki>",
        "UNSUPPORTED_FORMAT | <plist version=\"1.0\"></plist>",
        "UNSUPPORTED_FORMAT | <svg></svg>",
        "UNSUPPORTED_FORMAT | WARC/1.0~WARC-Type: response~~HTTP/1.1 200 OK",
        "UNSUPPORTED_FORMAT | ~{\\rtf1\\ansi The ferry left.}",
        "UNSUPPORTED_FORMAT | TY  - NEWS~TI  - Ferry",
        "SUBTITLES | <tt xmlns=\"http://www.w3.org/ns/ttml\"></tt>",
        "MAIL | --0000abc~Content-Type: text/plain; charset=UTF-8~~The ferry left.",
        "SUBTITLES | WEBVTT",
        "SUBTITLES | 1~00:00:01,000 --> 00:00:04,000~The ferry left.",
        "TABLE | id,title,text~1,Ferry,\"It left, late.\"",
        "TABLE | id\ttitle\ttext~1\tFerry\tIt left.",
        "MAIL | Return-Path: <a@b.example>~From: a@b.example~Message-ID: <1>~~The ferry left.",
        "MAIL | From a@b.example Tue Mar 12~From: a@b.example~To: c@d.example~MIME-Version: 1.0~~x",
        "MAIL | Received: from a.example~\tby b.example~From: a@b.example~To: c@d.example~~x",
        "MAIL | Delivered-To: c@d.example~From: a@b.example~Subject: Ferry~~x",
        "MAIL | From: a@b.example~Subject: Ferry~Content-Transfer-Encoding: 8bit~~x",
        "MAIL | From: a@b.example~Subject: Ferry~Content-Type: text/plain~~x",
        "MAIL | From: a@b.example~Content-Type: multipart/related; boundary=b~~x",
        "MAIL | From: <Saved by Blink>~Snapshot-Content-Location: https://a.example~~x",
      })
  void namesWhatIsNotAnArticle(Reason reason, String text) {
    ArticleFile file = ArticleFile.of("a", new byte[0]);
    ArticleRejectedException rejected =
        assertThrows(
            ArticleRejectedException.class,
            () -> ForeignFormat.reject(text.replace('~', '\n'), file));
    assertEquals(reason, rejected.reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<?xml version=\"1.0\"?>", "<!-- nothing else --> ", "<!DOCTYPE", "<"})
  void looksForARootThatIsNotThere(String text) {
    assertDoesNotThrow(() -> ForeignFormat.reject(text, ArticleFile.of("a", new byte[0])));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.CSV", "a.tsv", "a.csv.gz", "a.tsv.gz"})
  void takesTheNameOfATableForIt(String name) {
    ArticleFile file = ArticleFile.of(name, new byte[0]);
    assertThrows(ArticleRejectedException.class, () -> ForeignFormat.reject("Ferry", file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/csv; charset=utf-8", "text/tab-separated-values"})
  void takesTheMediaTypeOfATableForIt(String contentType) {
    ArticleFile file =
        new ArticleFile("a", new byte[0], Optional.of(contentType), Optional.empty());
    assertThrows(ArticleRejectedException.class, () -> ForeignFormat.reject("Ferry", file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ferry, late, again\nThe ferry left late, again, on Monday, the harbor said.",
        "From: Ann Oar\nSubject: Ferry\n\nThe ferry left.",
        "From the harbor: the ferry left.\nIt was late.",
        "<article><p>The ferry left.</p></article>",
        "<!DOCTYPE html><html></html>",
        "1\nThe ferry left --> late.",
        "<",
        "Time --> money: the ferry left.",
        "a b,c,d\n1,2,3\n",
        "--\nThe ferry left.",
        "-- The ferry left.\nContent-Type: text/plain",
        "--abc\nThe ferry left.",
        "<entries></entries>",
        "Ferry\tlate",
      })
  void leavesArticlesAlone(String text) {
    assertDoesNotThrow(() -> ForeignFormat.reject(text, ArticleFile.of("a.txt", new byte[0])));
  }
}
