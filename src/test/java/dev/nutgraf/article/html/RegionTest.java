package dev.nutgraf.article.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class RegionTest {
  @Test
  void valuesALineByItsLengthMinusLinksAndAConstant() {
    assertEquals(70, value("p", 100, 0), 1e-9);
    assertEquals(100 - 1.7 * 50 - 30, value("p", 100, 50), 1e-9);
  }

  @Test
  void reducesTheNegativeValueOfAShortLineWithoutLinks() {
    assertEquals(-2, value("p", 10, 0), 1e-9);
    assertEquals(-37, value("p", 10, 10), 1e-9);
    assertEquals(0, value("td", 10, 0), 1e-9);
  }

  @Test
  void valuesAHeadingOnlyIfItIsALink() {
    assertEquals(0, value("h2", 60, 0), 1e-9);
    assertTrue(value("h2", 60, 60) < -200);
  }

  @Test
  void countsLongLinesThatAreMostlyNotLinkedAsProse() {
    Region region = region("p");
    region.countLine(80, 0);
    region.countLine(200, 100);
    assertEquals(0, region.own().proseChars());
    region.countLine(81, 0);
    assertEquals(81, region.own().proseChars());
  }

  @Test
  void sumsUpRegionsThatAreNotDropped() {
    Region parent = region("div");
    Region kept = new Region(new Element("p"), parent, Set.of());
    Region dropped = new Region(new Element("p"), parent, Set.of());
    kept.countLine(100, 0);
    dropped.countLine(100, 0);
    dropped.drop();
    for (Region region : new Region[] {parent, kept, dropped}) {
      region.resetSum();
    }
    dropped.addToParent();
    kept.addToParent();
    assertEquals(100, parent.sum().chars());
    assertEquals(100, parent.paragraphChars());
  }

  @Test
  void knowsTheLevelOfAHeading() {
    assertTrue(region("h2").isHeading(2));
    assertFalse(region("h3").isHeading(2));
    assertFalse(region("hr").isHeading(6));
  }

  private static double value(String name, int chars, int linkChars) {
    Region region = region(name);
    region.countLine(chars, linkChars);
    return region.own().value();
  }

  private static Region region(String name) {
    return new Region(new Element(name), null, Set.of());
  }
}
