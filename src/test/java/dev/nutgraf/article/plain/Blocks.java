package dev.nutgraf.article.plain;

import java.util.List;

/** Sample prose, and blocks as text, for the tests of this package. */
final class Blocks {
  static final String PROSE =
      "The minister opened the bridge on Monday morning. Thousands crossed it before noon.";
  static final String MORE =
      "Engineers had worked on the pillars for three years. The river froze twice in that time.";

  private Blocks() {}

  /** Returns the blocks of a text, each as {@code ROLE:text}. */
  static List<String> rolesOf(String text) {
    return PlainText.read(text).blocks().stream()
        .map(b -> b.role() + ":" + text.substring(b.start(), b.end()))
        .toList();
  }

  static String prose(String text) {
    return "PARAGRAPH:" + text;
  }
}
