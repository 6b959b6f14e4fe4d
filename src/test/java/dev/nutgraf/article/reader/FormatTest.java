package dev.nutgraf.article.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.article.ArticleFile;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {
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
    "a, application/ld+json, 'Text.', application/json",
    "a, application/xhtml+xml, 'Text.', text/html",
    "a,, '<?xml version=\"1.0\"?><html><p>Text.</p></html>', text/html",
    "a.markdown,, 'Text.', text/markdown",
    "a.jsonld,, 'Text.', application/json",
    "a.xyz,, 'Text.', text/plain",
    "a.mdx,, 'Text.', text/markdown",
    "a.md,, '<p align=\"center\"><img src=\"f.jpg\"></p>', text/markdown",
    "a, text/markdown, '<div>Text.</div>', text/markdown",
    "a.md,, '<!-- lint --> <html><p>Text.</p>', text/html",
  })
  void recognizesTheFormatByContentThenDeclarationThenName(
      String name, String contentType, String text, String mediaType) {
    assertEquals(mediaType, format(name, Optional.ofNullable(contentType), text));
  }

  @Test
  void recognizesMarkdownByItsFrontMatter() {
    assertEquals(
        "text/markdown", format("a", Optional.empty(), "---\ntitle: A title\n---\nText.\n"));
    assertEquals(
        "text/markdown", format("a", Optional.empty(), "+++\ntitle = 'A title'\n+++\nText.\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"> A quotation.", "```", "- An item", "See [it](https://a.example)."})
  void recognizesMarkdownByOneHeadingAndAnotherSign(String sign) {
    assertEquals("text/markdown", format("a", Optional.empty(), "# A title\n\n" + sign + "\n"));
    assertEquals("text/plain", format("a", Optional.empty(), "A title\n\n" + sign + "\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"####### Seven", "#hashtag", "#"})
  void doesNotTakeOtherNumberSignsForHeadings(String line) {
    String text = line + "\n\n" + line + "\n\n- An item\n";
    assertEquals("text/plain", format("a", Optional.empty(), text));
  }

  @Test
  void recognizesMarkdownByItsHeadings() {
    assertEquals(
        "text/markdown", format("a", Optional.empty(), "# A title\n\nText.\n\n## More\n\nText.\n"));
    assertEquals(
        "text/plain", format("a", Optional.empty(), "# 1 in the charts for a week.\n\nText.\n"));
  }

  private static String format(String name, Optional<String> contentType, String text) {
    return Format.of(text, new ArticleFile(name, new byte[0], contentType, Optional.empty()))
        .mediaType();
  }
}
