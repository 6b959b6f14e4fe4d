package dev.nutgraf.article.html;

import dev.nutgraf.article.html.ClassNameHints.Hint;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Finds the element that contains the article of a page, and the elements within it that don't
 * belong to the article.
 *
 * <p>Each line of text adds a value to its region ({@link Region#countLine}): its length, minus its
 * linked characters, minus a constant. Navigation sums up to a negative value, prose to a positive
 * one. The steps, in order:
 *
 * <ol>
 *   <li>{@link #dropDialogs}: drops regions whose wording asks for consent, a subscription or a
 *       login, unless nothing else is there
 *   <li>{@link #dropSurroundings}: drops regions whose class names or ids hint at surroundings,
 *       unless they hold a large share of the page's prose
 *   <li>{@link #choose}: chooses the region with the highest sum; a larger region would add more
 *       navigation than prose, a smaller one would lose prose
 *   <li>{@link #climb}: moves up while the parent has paragraphs beside the chosen region
 *   <li>{@link #descend}: moves down while one child holds nearly everything
 *   <li>{@link #clean}: drops link lists and teasers inside, headings before the first paragraph,
 *       and headings after the last
 * </ol>
 *
 * <p>The thresholds were tuned for token F1 on 158 development pages of two public extraction
 * benchmarks; {@code docs/extraction.md} has the scores. Weighing text against links follows
 * Kohlschütter et al., "Boilerplate Detection using Shallow Text Features", WSDM 2010; hints from
 * class names follow arc90's Readability.
 */
final class MainContent {
  /** Largest share of the page's prose that a region may hold to be dropped as comments. */
  private static final double MAX_COMMENTS = 0.8;

  /** The same for dialogs, which are told from an article by their wording as well. */
  private static final double MAX_DIALOG = 0.9;

  /** The same for surroundings. */
  private static final double MAX_SURROUNDINGS = 0.4;

  /** The same for boilerplate and captions: weaker hints, so a smaller share. */
  private static final double MAX_BOILERPLATE = 0.1;

  /** Share from which neighbors with the same kind of hint are together the prose of the page. */
  private static final double MAX_NEIGHBORS = 0.5;

  /** Where less prose remains, the article was among what was dropped. */
  private static final int MIN_REMAINING_PROSE = 80;

  /** Factor for regions that are marked up as an article. */
  private static final double SEMANTIC_PRIOR = 1.2;

  /** Ancestors examined above the chosen region; counted again after each step up. */
  private static final int CLIMB_LEVELS = 3;

  /** Share of the chosen prose that paragraphs beside it must exceed to climb. */
  private static final double CLIMB_SHARE = 0.02;

  /** Characters that paragraphs beside it must exceed to climb. */
  private static final int CLIMB_CHARS = 100;

  /** Share of prose and of value that a child must hold to descend. */
  private static final double DESCEND_SHARE = 0.92;

  /** Link densities above which a list, a block of lines or a single line is navigation. */
  private static final double LIST_LINK_DENSITY = 0.7;

  private static final double BLOCK_LINK_DENSITY = 0.6;
  private static final double LINE_LINK_DENSITY = 0.8;

  /** Longer headings are opening paragraphs, which some sites mark up as headings. */
  private static final int MAX_HEADING_CHARS = 150;

  private final List<Region> regions;
  private final Set<Element> dropped;
  private Region best;

  private MainContent(Element body) {
    ClassNameHints hints = new ClassNameHints();
    RegionFinder finder = new RegionFinder(body, hints, Visibility.shown(body, hints));
    regions = finder.regions();
    dropped = finder.dropped();
    best = regions.get(0);
  }

  /** Finds the article of a page. */
  static MainContent of(Element body) {
    MainContent content = new MainContent(body);
    content.sumUp();
    content.dropDialogs();
    content.dropSurroundings();
    if (content.regions.get(0).sum().proseChars() > 0) {
      content.choose();
      content.climb();
      content.descend();
    }
    content.clean();
    return content;
  }

  /** Returns the element that contains the article. */
  Element element() {
    return best.element();
  }

  /** Returns the elements of the page that aren't part of the article. */
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

  /** Drops the regions whose wording is that of a dialog, the innermost first. */
  private void dropDialogs() {
    double prose = regions.get(0).sum().proseChars();
    List<Region> dialogs = new ArrayList<>();
    for (int i = regions.size() - 1; i > 0; i--) {
      Region region = regions.get(i);
      boolean dialog =
          region.consent().isRequest()
              && !region.isNamed("article", "main")
              && region.element().selectFirst("h1") == null;
      if (dialog) {
        dropped.add(region.element());
        dialogs.add(region);
      }
      Region parent = region.parent();
      if (parent != null) {
        parent.consent().add(region.consent(), dialog);
      }
    }
    applyDropped();
    restoreIfLittleRemains(dialogs, prose);
  }

  /** Restores regions if less prose remains without them than any article has. */
  private void restoreIfLittleRemains(List<Region> hinted, double prose) {
    if (regions.get(0).sum().proseChars() < Math.min(MIN_REMAINING_PROSE, prose)) {
      hinted.forEach(region -> dropped.remove(region.element()));
      applyDropped();
    }
  }

  /** Drops exactly the regions in the set of dropped elements, with all inside them. */
  private void applyDropped() {
    for (Region region : regions) {
      Region parent = region.parent();
      if (dropped.contains(region.element()) || (parent != null && parent.isDropped())) {
        region.drop();
      } else {
        region.restore();
      }
    }
    sumUp();
  }

  /**
   * Drops the regions whose names hint at something else than the article. Neighbors with the same
   * kind of hint are kept if they hold most of the prose together.
   */
  private void dropSurroundings() {
    double prose = regions.get(0).sum().proseChars();
    IdentityHashMap<Region, Integer> neighbors = new IdentityHashMap<>();
    for (Region region : regions.subList(1, regions.size())) {
      if (region.parent() != null && isHinted(region, prose)) {
        neighbors.merge(region.parent(), region.sum().proseChars(), Integer::sum);
      }
    }
    List<Region> hinted = new ArrayList<>();
    for (Region region : regions.subList(1, regions.size())) {
      Region parent = region.parent();
      if (parent != null && parent.isDropped()) {
        region.drop();
      } else if (isCommentOrDialog(region, prose)
          || (isHinted(region, prose)
              && neighbors.getOrDefault(parent, 0) <= MAX_NEIGHBORS * prose)) {
        drop(region);
        hinted.add(region);
      }
    }
    sumUp();
    restoreIfLittleRemains(hinted, prose);
  }

  private static boolean isCommentOrDialog(Region region, double prose) {
    double share = region.sum().proseChars();
    return !region.isNamed("article", "main")
        && ((share <= MAX_COMMENTS * prose && region.hasHint(Hint.COMMENTS))
            || (share <= MAX_DIALOG * prose && region.hasHint(Hint.DIALOG)));
  }

  private static boolean isHinted(Region region, double prose) {
    double share = region.sum().proseChars();
    return !region.isNamed("article", "main")
        && ((share <= MAX_SURROUNDINGS * prose && region.hasHint(Hint.SURROUNDINGS))
            || (share <= MAX_BOILERPLATE * prose && isBoilerplate(region)));
  }

  private static boolean isBoilerplate(Region region) {
    return region.isNamed("form")
        || (region.sum().quotes() == 0
            && (region.hasHint(Hint.BOILERPLATE) || region.hasHint(Hint.CAPTION)));
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

  /** Moves to an ancestor with paragraphs beside the chosen region, which is a section of it. */
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

  /** Moves to the child that holds nearly everything; children come after parents in the list. */
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
    // A heading without text below it introduced a dropped region.
    for (int i = kept.size() - 1; i > 0 && kept.get(i).isHeading(6); i--) {
      drop(kept.get(i));
    }
  }

  private static boolean isNavigation(Region region) {
    Region.Tally sum = region.sum();
    double linkDensity = sum.linkDensity();
    if (region.isNamed("ul", "ol", "dl")) {
      if (region.parent() != null && region.parent().isNamed("li")) {
        return false; // Decided with the outer list.
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
