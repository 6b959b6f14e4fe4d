package dev.nutgraf.article.boilerplate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedPostsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Help is on its way. — Mayor Jane Doe (@janedoe) January 26, 2022",
        "Help is on its way. pic.twitter.com/Ab12 — Jane Doe (@jane_doe) 5 May 2020",
        "-- Jane Doe (@jane.doe) May 5, 2020",
        "A photo shared by Jane (@jane) on Aug 9, 2016 at 5:13pm PDT",
      })
  void findsTheEndOfASignature(String post) {
    assertEquals(post.length(), EmbeddedPosts.signatureEnd(post, 0, post.length()));
    String more = post + " The mayor spoke.";
    assertEquals(post.length(), EmbeddedPosts.signatureEnd(more, 0, more.length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "He wrote to Jane Doe (@janedoe) and got no answer.",
        "He wrote — to Jane Doe (@janedoe) — in 2020.",
        "Jane Doe (@janedoe) January 26, 2022",
        "— Jane Doe (janedoe) January 26, 2022",
        "— Jane Doe (@) January 26, 2022",
        "— Jane Doe (@janedoe) January 26",
      })
  void findsNoneWithoutADashAHandleAndADate(String text) {
    assertEquals(-1, EmbeddedPosts.signatureEnd(text, 0, text.length()));
  }
}
