package dev.nutgraf.article.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Finds the element of a page that holds its article, and what in it does not belong to the
 * article.
 *
 * <p>Every line of a page speaks for an article by its length and against one by its linked
 * characters and by what any line costs ({@link Region#countLine}), so navigation adds up to less
 * than nothing and prose to more. Regions whose class names tell that they surround articles are
 * left out, as long as they hold little of the page's prose. Of the others the one with the highest
 * sum holds the article: a larger one would add more navigation than prose, a smaller one would
 * lose prose. From there the search climbs where paragraphs stand beside it, descends where one
 * region within holds nearly everything, and drops what inside it is mostly links.
 *
 * <p>The idea of weighing text against links is that of Kohlschütter et al., "Boilerplate Detection
 * using Shallow Text Features", WSDM 2010; class names as hints are that of arc90's Readability.
 */
final class MainContent {
  /** How much of a page's prose a region may hold to be left out for its class names. */
  private static final double MAX_COMMENTS = 0.8;

  private static final double MAX_SURROUNDINGS = 0.4;
  private static final double MAX_BOILERPLATE = 0.1;

  private static final double SEMANTIC_PRIOR = 1.2;

  private static final int CLIMB_LEVELS = 3;
  private static final double CLIMB_SHARE = 0.02;
  private static final int CLIMB_CHARS = 100;
  private static final double DESCEND_SHARE = 0.92;

  private static final double LIST_LINK_DENSITY = 0.7;
  private static final double BLOCK_LINK_DENSITY = 0.6;
  private static final double LINE_LINK_DENSITY = 0.8;

  /** Longer ones are opening paragraphs that some sites set as headings. */
  private static final int MAX_HEADING_CHARS = 150;

  private final List<Region> regions;
  private final Set<Element> dropped;
  private Region best;

  private MainContent(Element body) {
    RegionFinder finder = new RegionFinder(body);
    regions = finder.regions();
    dropped = finder.dropped();
    best = regions.get(0);
  }

  /** Finds the article of a page. */
  static MainContent of(Element body) {
    MainContent content = new MainContent(body);
    content.sumUp();
    content.dropSurroundings();
    content.sumUp();
    if (content.regions.get(0).sum().proseChars() > 0) {
      content.choose();
      content.climb();
      content.descend();
    }
    content.clean();
    return content;
  }

  /** The element that holds the article. */
  Element element() {
    return best.element();
  }

  /** Elements anywhere in the page that are none of the article. */
  Set<Element> dropped() {
    return dropped;
  }

  private void sumUp() {
    regions.forEach(Region::resetSum);
    for (int i = regions.size() - 1; i >= 0; i--) {
      regions.get(i).addToParent();
    }
  }

  private void drop(Region region) {
    region.drop();
    dropped.add(region.element());
  }

  private void dropSurroundings() {
    double prose = regions.get(0).sum().proseChars();
    for (Region region : regions.subList(1, regions.size())) {
      Element element = region.element();
      double share = region.sum().proseChars();
      if (region.parent() != null && region.parent().isDropped()) {
        region.drop();
      } else if (!region.isNamed("article", "main")
          && ((share <= MAX_SURROUNDINGS * prose && ClassNameHints.SURROUNDINGS.match(element))
              || (share <= MAX_COMMENTS * prose && ClassNameHints.COMMENTS.match(element))
              || (share <= MAX_BOILERPLATE * prose && isBoilerplate(region)))) {
        drop(region);
      }
    }
  }

  private static boolean isBoilerplate(Region region) {
    return region.isNamed("form")
        || (region.sum().quotes() == 0
            && (ClassNameHints.BOILERPLATE.match(region.element())
                || ClassNameHints.CAPTION.match(region.element())));
  }

  private void choose() {
    double bestValue = Double.NEGATIVE_INFINITY;
    for (Region region : regions) {
      double value = region.sum().value();
      if (region.isNamed("article") || region.element().attr("itemprop").equals("articleBody")) {
        value *= SEMANTIC_PRIOR;
      }
      if (value > bestValue && !region.isDropped()) {
        best = region;
        bestValue = value;
      }
    }
  }

  /** To the ancestor with paragraphs of its own: the chosen part is a table or a section of it. */
  private void climb() {
    Region from = best;
    for (int level = 0; level < CLIMB_LEVELS && from.parent() != null; level++) {
      int paragraphs = from.parent().paragraphChars() - from.asParagraphChars();
      from = from.parent();
      if (paragraphs > CLIMB_CHARS && paragraphs > CLIMB_SHARE * best.sum().proseChars()) {
        best = from;
        level = -1;
      }
    }
  }

  /** To the region within that holds nearly everything. Regions within come after their parent. */
  private void descend() {
    for (Region region : regions) {
      if (region.parent() == best
          && !region.isDropped()
          && !region.isNamed("p")
          && region.sum().proseChars() >= DESCEND_SHARE * best.sum().proseChars()
          && region.sum().value() >= DESCEND_SHARE * best.sum().value()) {
        best = region;
      }
    }
  }

  private void clean() {
    List<Region> kept = new ArrayList<>();
    boolean prose = regions.get(0).sum().proseChars() == 0;
    for (Region region : regions) {
      Region parent = region.parent();
      if (region == best || (parent != null && parent.isChosen() && !region.isDropped())) {
        region.choose();
        boolean introduces =
            !prose && region.isHeading(2) && region.own().chars() < MAX_HEADING_CHARS;
        if (region != best && (introduces || isNavigation(region))) {
          drop(region);
        } else if (region.own().chars() > 0) {
          kept.add(region);
        }
        prose |= region.own().proseChars() > 0;
      }
    }
    // A heading with nothing under it introduced what was dropped.
    for (int i = kept.size() - 1; i > 0 && kept.get(i).isHeading(6); i--) {
      drop(kept.get(i));
    }
  }

  private static boolean isNavigation(Region region) {
    Region.Tally sum = region.sum();
    double linkDensity = sum.linkDensity();
    if (region.isNamed("ul", "ol", "dl")) {
      if (region.parent() != null && region.parent().isNamed("li")) {
        return false; // Judged as a part of the outer list.
      }
      return linkDensity > LIST_LINK_DENSITY || isTeaserList(sum);
    }
    if (sum.lines() == 1) {
      return linkDensity > LINE_LINK_DENSITY && !region.isNamed("li", "td", "th");
    }
    return linkDensity > BLOCK_LINK_DENSITY || isTeaserList(sum);
  }

  private static boolean isTeaserList(Region.Tally sum) {
    return sum.linkedHeadings() > 1 && sum.value() < 0;
  }
}
