package dev.nutgraf.article.html;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A block element with the counts of its text, summed over the blocks inside it.
 *
 * <p>A line is the text between two block borders. Ideographs and kana count as three characters,
 * so that thresholds hold for every script. The value of a line is {@code characters - 1.7 * linked
 * characters - 30}; a negative value without links is reduced to a tenth, because short lines are
 * common in articles. The weights were tuned with the thresholds of {@link MainContent}.
 */
final class Region {
  /** A longer line is prose, unless half of it is linked. */
  private static final int PROSE_CHARS = 80;

  /** Length from which a line without links has a positive value. */
  private static final double LINE_COST = 30;

  /** Weight of a linked character against a character. */
  private static final double LINK_COST = 1.7;

  /** Share of its negative value that a short line without links keeps. */
  private static final double SHORT_LINE_SHARE = 0.1;

  /** Cost of a linked heading, which announces another article. */
  private static final double LINKED_HEADING_COST = 200;

  /** Share of linked characters above which a heading is linked. */
  private static final double LINKED_HEADING_SHARE = 0.6;

  /** Link density above which a paragraph element is no prose of its parent. */
  private static final double PARAGRAPH_LINK_DENSITY = 0.25;

  /** The counts of a region. */
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

    /** Sum of line values: positive for prose, negative for navigation. */
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

    /** Share of linked characters, 0 to 1. */
    double linkDensity() {
      return chars == 0 ? 0 : (double) linkChars / chars;
    }
  }

  private final Element element;
  private final @Nullable Region parent;
  private final Set<ClassNameHints.Hint> hints;
  private final Tally own = new Tally();
  private final ConsentTally consent = new ConsentTally();
  private Tally sum = new Tally();
  private int paragraphChars;
  private boolean dropped;
  private boolean chosen;

  Region(Element element, @Nullable Region parent, Set<ClassNameHints.Hint> hints) {
    this.element = element;
    this.parent = parent;
    this.hints = hints;
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

  /** Returns the counts of lines directly in this region. */
  Tally own() {
    return own;
  }

  /** Returns the counts of this region with all regions inside that aren't dropped. */
  Tally sum() {
    return sum;
  }

  /** Returns the counts that show a dialog, at first of this region alone. */
  ConsentTally consent() {
    return consent;
  }

  /** Returns whether the class names or the id hint at a part. */
  boolean hasHint(ClassNameHints.Hint hint) {
    return hints.contains(hint);
  }

  boolean isDropped() {
    return dropped;
  }

  void drop() {
    dropped = true;
  }

  /** Takes {@link #drop} back. */
  void restore() {
    dropped = false;
  }

  /** Returns whether this belongs to the article. */
  boolean isChosen() {
    return chosen && !dropped;
  }

  void choose() {
    chosen = true;
  }

  /** Prose characters directly in this region or in its paragraph elements. */
  int paragraphChars() {
    return paragraphChars;
  }

  /** This region's part of the parent's {@link #paragraphChars()}. */
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

  /** Returns whether this is a heading of the given level or a higher one. */
  boolean isHeading(int level) {
    String name = element.normalName();
    return name.length() == 2
        && name.charAt(0) == 'h'
        && name.charAt(1) >= '1'
        && name.charAt(1) <= '0' + level;
  }

  /**
   * Counts a line that ends in this region.
   *
   * @return its characters if it is prose, else 0
   */
  int countLine(int chars, int linkChars) {
    double value = chars - LINK_COST * linkChars - LINE_COST;
    if (value < 0 && linkChars == 0) {
      value *= isNamed("td", "th") ? 0 : SHORT_LINE_SHARE;
    }
    if (isHeading(6)) {
      boolean linked = linkChars > LINKED_HEADING_SHARE * chars;
      own.linkedHeadings += linked ? 1 : 0;
      value = linked ? value - LINKED_HEADING_COST : 0;
    }
    boolean prose = !isHeading(6) && chars > PROSE_CHARS && linkChars * 2 < chars;
    own.proseChars += prose ? chars : 0;
    own.value += value;
    own.chars += chars;
    own.linkChars += linkChars;
    own.lines++;
    return prose ? chars : 0;
  }

  void resetSum() {
    sum = new Tally();
    sum.add(own);
    paragraphChars = own.proseChars;
  }

  /** Adds the counts of this region to its parent; children must have been added before. */
  void addToParent() {
    if (parent != null && !dropped) {
      parent.sum.add(sum);
      parent.paragraphChars += asParagraphChars();
    }
  }
}
