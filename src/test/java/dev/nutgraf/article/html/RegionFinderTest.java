package dev.nutgraf.article.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class RegionFinderTest {
  @Test
  void findsARegionForEachBlockElementInDocumentOrder() {
    assertEquals(
        List.of("body", "div", "p", "ul", "li"),
        names("<div><p>One <b>two</b></p></div><ul><li>three</ul>"));
  }

  @Test
  void leavesOutElementsThatAreNeverPartOfAnArticle() {
    String page =
        "<nav>a</nav><div role=dialog>b</div><p hidden>c</p><p>d <span class=caption>e</span></p>";
    assertEquals(List.of("body", "p"), names(page));
    assertEquals(
        List.of("div", "nav", "p", "span"),
        finder(page).dropped().stream().map(e -> e.normalName()).sorted().toList());
  }

  @Test
  void countsTheCharactersOfALineAndThoseInLinks() {
    Region.Tally own = only("<p>12345 <a href=/x>789</a></p>").own();
    assertEquals(1, own.lines());
    assertEquals(9, own.chars());
    assertEquals(3 / 9.0, own.linkDensity());
  }

  @Test
  void countsALinkWithinThePageAsText() {
    assertEquals(0, only("<p>12345 <a href=#note>1</a></p>").own().linkDensity());
  }

  @Test
  void countsAnIdeographAsThreeCharacters() {
    assertEquals(15, only("<p>橋は月曜日</p>").own().chars());
  }

  @Test
  void foldsWhiteSpace() {
    assertEquals(3, only("<p>  a \n\t b</p>").own().chars());
  }

  @Test
  void endsALineAtTheBorderOfABlock() {
    List<Region> regions = finder("<div>one<p>two</p>three</div>").regions();
    assertEquals(2, regions.get(1).own().lines());
    assertEquals(1, regions.get(2).own().lines());
    assertTrue(regions.get(2).parent() == regions.get(1));
  }

  private static Region only(String page) {
    return finder(page).regions().get(1);
  }

  private static List<String> names(String page) {
    return finder(page).regions().stream().map(region -> region.element().normalName()).toList();
  }

  private static RegionFinder finder(String page) {
    return new RegionFinder(Jsoup.parse(page).body(), new ClassNameHints(), Set.of());
  }
}
