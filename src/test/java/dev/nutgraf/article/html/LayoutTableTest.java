package dev.nutgraf.article.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTableTest {
  private static final String FERRY =
      "The ferry to the island left the harbor an hour late on Monday, after engineers had"
          + " replaced a pump that failed during the night crossing.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<table role=presentation><tr><td>Ferry</table>",
        "<table role=none><tr><td>Ferry</table>",
        "<table><tr><td>PROSE</table>",
        "<table><tr><td><font>PROSE<br><br>PROSE</font></table>",
        "<table><tr><td>Home<br>News<td><p>PROSE<p>PROSE</table>",
        "<table><tr><td><table><tr><td>Ferry</table></table>",
        "<table><tr><th><p>PROSE<th></table>",
        "<table><tr><td><td>PROSE<tr><td><td>PROSE<tr><td><td>PROSE</table>",
        "<table><tr><td>PROSE<td>PROSE<tr><td>PROSE<td>PROSE<tr><td>PROSE<td>PROSE</table>",
      })
  void recognizesLayout(String table) {
    assertEquals(true, isLayout(table));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<table><tr><td>Monday<td>1<tr><td>Tuesday<td>2</table>",
        "<table><tr><th>Day<th>Report<tr><td>Monday<td>PROSE</table>",
        "<table><caption>Delays</caption><tr><td>PROSE</table>",
        "<table><tr><td>May<td>PROSE<tr><td>June<td>PROSE<tr><td>July<td>PROSE</table>",
        "<table></table>",
      })
  void recognizesData(String table) {
    assertEquals(false, isLayout(table));
  }

  private static boolean isLayout(String table) {
    return LayoutTable.isLayout(Jsoup.parse(table.replace("PROSE", FERRY)).expectFirst("table"));
  }
}
