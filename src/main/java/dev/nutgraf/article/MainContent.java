package dev.nutgraf.article;

import java.util.List;
import org.jsoup.nodes.Element;

/** Finds the elements of a page that hold its article. */
final class MainContent {
  private MainContent() {}

  static List<Element> of(Element body) {
    return List.of(body);
  }
}
