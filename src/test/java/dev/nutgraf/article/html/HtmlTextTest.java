package dev.nutgraf.article.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import dev.nutgraf.article.reader.ArticleReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {
  private static final String FERRY =
      "The ferry to the island left the harbor an hour late on Monday, after engineers had"
          + " replaced a pump that failed during the night crossing.";

  @Test
  void laysTextOutAsABrowserWould() {
    Article article =
        read(
            "<div>One   <b>two</b>\n three<br>four &amp;\u00A0five<p>six<p>se<i>v</i>en"
                + "<ul><li>eight<li>nine</ul><h2>ten</h2>eleven<pre>a\n  b</pre></div>");
    assertEquals(
        "One two three\nfour & five\n\nsix\n\nseven\n\neight\n\nnine\n\nten\n\neleven\n\na\n  b",
        article.text());
    assertEquals(
        List.of(
            Role.PARAGRAPH,
            Role.PARAGRAPH,
            Role.PARAGRAPH,
            Role.LIST_ITEM,
            Role.LIST_ITEM,
            Role.HEADING,
            Role.PARAGRAPH,
            Role.CODE),
        article.blocks().stream().map(Block::role).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>unseen</script>",
        "<style>unseen</style>",
        "<noscript>unseen</noscript>",
        "<template>unseen</template>",
        "<p hidden>unseen</p>",
        "<p style='color: red; display : none'>unseen</p>",
        "<p style='VISIBILITY:hidden'>unseen</p>",
        "<span aria-hidden=true>unseen</span>",
        "<textarea>unseen</textarea>",
        "<svg><text>unseen</text></svg>",
        "<iframe>unseen</iframe>",
        "<!-- unseen -->",
      })
  void leavesOutWhatReadersDoNotSee(String unseen) {
    assertEquals(FERRY, read("<p>" + FERRY + "</p>" + unseen).text());
  }

  @Test
  void readsABodyThatAScriptWouldShow() {
    assertEquals(FERRY, read("<body style='visibility:hidden'><p>" + FERRY).text());
  }

  private static Article read(String html) {
    return new ArticleReader(1 << 24)
        .read(ArticleFile.of("page.html", html.getBytes(StandardCharsets.UTF_8)));
  }
}
