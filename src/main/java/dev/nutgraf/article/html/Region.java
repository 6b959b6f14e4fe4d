package dev.nutgraf.article.html;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A block element of a page with what was counted in it. Lines are the stretches of text between
 * the borders of blocks; characters of scripts that write a word in one or two count threefold.
 */
final class Region {
  /** A line of so many characters is prose, unless half of it is linked. */
  private static final int PROSE_CHARS = 80;

  /** What a line must exceed to speak for an article. */
  private static final double LINE_COST = 30;

  private static final double LINK_COST = 1.7;

  /** Short lines without links say little against an article. */
  private static final double SHORT_LINE_SHARE = 0.1;

  /** A heading that is a link announces another article. */
  private static final double LINKED_HEADING_COST = 200;

  private static final double LINKED_HEADING_SHARE = 0.8;

  private static final double PARAGRAPH_LINK_DENSITY = 0.25;

  /** The sums over a region. */
  static final class Tally {
    private double value;
    private int chars;
    private int linkChars;
    private int proseChars;
    private int lines;
    private int linkedHeadings;
    private int quotes;

    private void add(Tally other) {
      value += other.value;
      chars += other.chars;
      linkChars += other.linkChars;
      proseChars += other.proseChars;
      lines += other.lines;
      linkedHeadings += other.linkedHeadings;
      quotes += other.quotes;
    }

    /** How much the lines speak for an article; negative for navigation. */
    double value() {
      return value;
    }

    int chars() {
      return chars;
    }

    int proseChars() {
      return proseChars;
    }

    int lines() {
      return lines;
    }

    int linkedHeadings() {
      return linkedHeadings;
    }

    int quotes() {
      return quotes;
    }

    /** The share of the characters that are linked. */
    double linkDensity() {
      return chars == 0 ? 0 : (double) linkChars / chars;
    }
  }

  private final Element element;
  private final @Nullable Region parent;
  private final Tally own = new Tally();
  private Tally sum = new Tally();
  private int paragraphChars;
  private boolean dropped;
  private boolean chosen;

  Region(Element element, @Nullable Region parent) {
    this.element = element;
    this.parent = parent;
    if (isNamed("blockquote")) {
      own.quotes++;
    }
  }

  Element element() {
    return element;
  }

  @Nullable Region parent() {
    return parent;
  }

  /** What is directly in this region. */
  Tally own() {
    return own;
  }

  /** What is in this region and the regions within that are not dropped. */
  Tally sum() {
    return sum;
  }

  boolean isDropped() {
    return dropped;
  }

  void drop() {
    dropped = true;
  }

  /** Whether this is in the region that holds the article, and not dropped from it. */
  boolean isChosen() {
    return chosen && !dropped;
  }

  void choose() {
    chosen = true;
  }

  /** Prose that is directly in this region or in a paragraph element directly within. */
  int paragraphChars() {
    return paragraphChars;
  }

  /** What of {@link #paragraphChars()} of the parent comes from this region. */
  int asParagraphChars() {
    return !dropped && isNamed("p") && sum.linkDensity() < PARAGRAPH_LINK_DENSITY
        ? sum.proseChars
        : 0;
  }

  boolean isNamed(String... names) {
    for (String name : names) {
      if (element.normalName().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether this is a heading of the given level or a higher one. */
  boolean isHeading(int level) {
    String name = element.normalName();
    return name.length() == 2
        && name.charAt(0) == 'h'
        && name.charAt(1) >= '1'
        && name.charAt(1) <= '0' + level;
  }

  /** Counts a line that ends in this region. */
  void countLine(int chars, int linkChars) {
    double value = chars - LINK_COST * linkChars - LINE_COST;
    if (value < 0 && linkChars == 0) {
      value *= isNamed("td", "th") ? 0 : SHORT_LINE_SHARE;
    }
    if (isHeading(6)) {
      boolean linked = linkChars > LINKED_HEADING_SHARE * chars;
      own.linkedHeadings += linked ? 1 : 0;
      value = linked ? value - LINKED_HEADING_COST : 0;
    } else if (chars > PROSE_CHARS && linkChars * 2 < chars) {
      own.proseChars += chars;
    }
    own.value += value;
    own.chars += chars;
    own.linkChars += linkChars;
    own.lines++;
  }

  void resetSum() {
    sum = new Tally();
    sum.add(own);
    paragraphChars = own.proseChars;
  }

  /** Adds the sums of this region to those of its parent; the regions within must be done. */
  void addToParent() {
    if (parent != null && !dropped) {
      parent.sum.add(sum);
      parent.paragraphChars += asParagraphChars();
    }
  }
}
