package dev.nutgraf.article.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostEmbedTest {
  private static final String POST = "<p>The ferry is late again.</p>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<blockquote class='twitter-tweet tw-align-center'>",
        "<blockquote class='bluesky-embed'>",
        "<blockquote data-bluesky-uri='at://did:plc:abc/app.bsky.feed.post/3k'>",
        "<blockquote class='mastodon-embed' data-embed-url='https://social.example/@a/1/embed'>",
        "<blockquote class='text-post-media' data-text-post-permalink='https://threads.net/x'>",
        "<blockquote class='instagram-media'>",
        "<blockquote class='tiktok-embed' data-video-id='7'>",
        "<blockquote class='reddit-embed-bq'>",
        "<blockquote cite='https://www.facebook.com/ferry/posts/17' class='fb-xfbml-parse-ignore'>",
        "<div class='fb-post' data-href='https://www.facebook.com/ferry/posts/17'>",
      })
  void recognizesEmbedCodes(String opening) {
    assertTrue(isPost(opening + POST));
  }

  @ParameterizedTest
  @CsvSource({
    "https://twitter.com/ferry/status/17?ref_src=x, true",
    "https://mobile.twitter.com/ferry/status/17, true",
    "//x.com/ferry/status/17, true",
    "https://bsky.app/profile/ferry.example/post/3k, true",
    "https://www.threads.net/@ferry/post/C1, true",
    "https://www.reddit.com/r/ferries/comments/1a/late_again/, true",
    "https://t.me/ferries/17, true",
    "https://social.example/@ferry/1129, true",
    "https://social.example/users/ferry/statuses/1129, true",
    "https://twitter.com/ferry, false",
    "https://t.me/ferries, false",
    "https://news.example/story/17, false",
    "https://news.example/@ferry/about, false",
    "https://x.com, false",
    "/ferry/status/17, false",
  })
  void knowsTheAddressesOfPosts(String address, boolean post) {
    assertEquals(post, PostEmbed.isPostAddress(address));
    assertEquals(post, isPost("<blockquote>" + POST + "<a href='" + address + "'>17:04</a>"));
    assertEquals(post, isPost("<blockquote cite='" + address + "'>" + POST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "— The Ferry (@ferry) March 12, 2024",
        "— Die Fähre (@die-faehre.example.social) 12. März 2024 um 08:30",
        "— Ferri (@ferry) 12 Maret 2024",
        "— العبارة (@ferry) ١٢ مارس ٢٠٢٤",
        "— フェリー（@ferry@social.example）2024年3月12日",
        "- The Ferry (@ferry) <a href='https://example.org/1'>3h ago, 12 Mar</a>",
      })
  void recognizesASignatureInAnyLanguage(String signature) {
    assertTrue(isPost("<blockquote>" + POST + signature));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "— The captain, in a letter of 12 March 2024",
        "— The captain (@ferry), who has sailed for years",
        "The captain (@ferry) said so on 12 March 2024",
        "— The captain (@ the ferry) 12 March 2024",
        "— The captain (@ferry 12 March 2024",
        "<a href='https://twitter.com/ferry/status/17'>He wrote</a> that it would be on time.",
      })
  void keepsAQuotationOfProse(String ending) {
    assertFalse(isPost("<blockquote>" + POST + ending));
  }

  @Test
  void keepsALongQuotationAndALongSignature() {
    String sentence = "The ferry to the island left the harbor an hour late. ".repeat(12);
    String link = "<a href='https://twitter.com/ferry/status/17'>link</a>";
    assertFalse(isPost("<blockquote>" + sentence + link));
    assertFalse(isPost("<blockquote>" + "<b></b>".repeat(200) + link));
    assertFalse(isPost("<blockquote>— The Ferry (@ferry) " + sentence.substring(0, 150) + "7"));
    assertFalse(isPost("<blockquote>— " + sentence.substring(0, 150) + "(@ferry) 2024"));
  }

  @Test
  void asksForAQuotation() {
    assertFalse(isPost("<div>" + POST + "— The Ferry (@ferry) March 12, 2024"));
    assertFalse(isPost("<div class='story' id='s'>" + POST));
  }

  private static boolean isPost(String html) {
    Element element = Jsoup.parse(html).body().child(0);
    return PostEmbed.isPost(element);
  }
}
