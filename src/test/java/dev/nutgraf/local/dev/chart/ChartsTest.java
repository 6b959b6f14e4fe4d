package dev.nutgraf.local.dev.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

final class ChartsTest {

  @Test
  void thePicturesOfTheDocumentsAreMadeFromTheirTables() throws IOException {
    var tables = Charts.tables(Path.of("docs", "data"));
    assertFalse(tables.isEmpty());
    for (Path table : tables) {
      Path picture = Path.of("docs").resolve(Charts.pictureOf(table));
      assertEquals(
          Files.readString(picture),
          Charts.draw(Files.readString(table)),
          picture + " is not what its table says: mvn -q -Plocal -Dargs=\"dev charts\" draws it");
    }
  }

  @Test
  void drawsABarForEveryValueAndMarksItsOwn() {
    Document svg =
        parse("# chart: bars\n# title: A & B\nsystem,x,y\nPeer <1>,10,20\nNutgraf,20,\n");
    assertEquals(2, svg.select("rect.peer").size());
    assertEquals(1, svg.select("rect.s0").size());
    assertEquals("A & B", svg.expectFirst("svg").attr("aria-label"));
    assertTrue(svg.text().contains("Peer <1>"));
    double whole = Double.parseDouble(svg.expectFirst("rect.s0").attr("width"));
    double half = Double.parseDouble(svg.expectFirst("rect.peer").attr("width"));
    assertEquals(2, whole / half, 0.01);
  }

  @Test
  void stacksThePiecesOfABarEndToEnd() {
    Document svg = parse("# chart: stack\nbar,a,b\none,30,10\ntwo,0,40\n");
    assertEquals(3 + 2, svg.select("rect:not(.paper)").size());
    var first = svg.select("rect.s0").get(1);
    var second = svg.select("rect.s1").get(1);
    assertEquals(
        Double.parseDouble(second.attr("x")),
        Double.parseDouble(first.attr("x")) + Double.parseDouble(first.attr("width")),
        0.2);
    assertTrue(svg.text().contains("40 ms"));
  }

  @Test
  void drawsAPowerAsAStraightLine() {
    Document svg = parse("# chart: growth\nsystem,words,ms\nA,10,1\nA,100,100\nA,1000,10000\n");
    double[] x = svg.select("circle").stream().mapToDouble(c -> number(c.attr("cx"))).toArray();
    double[] y = svg.select("circle").stream().mapToDouble(c -> number(c.attr("cy"))).toArray();
    assertEquals((y[1] - y[0]) / (x[1] - x[0]), (y[2] - y[1]) / (x[2] - x[1]), 0.01);
  }

  @Test
  void saysWhatIsWrongWithATable() {
    assertThrows(IllegalArgumentException.class, () -> Charts.draw(""));
    assertThrows(IllegalArgumentException.class, () -> Charts.draw("# chart: pie\na,b\n1,2\n"));
    assertThrows(IllegalArgumentException.class, () -> Charts.draw("# chart: bars\na,b\n1\n"));
  }

  private static Document parse(String csv) {
    return Jsoup.parse(Charts.draw(csv), "", Parser.xmlParser());
  }

  private static double number(String value) {
    return Double.parseDouble(value);
  }
}
