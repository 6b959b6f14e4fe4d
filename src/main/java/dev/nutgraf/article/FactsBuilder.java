package dev.nutgraf.article;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Collects facts; of two statements on one matter the first stands. */
final class FactsBuilder {
  /** What can be stated. */
  enum Matter {
    HEADLINE,
    AUTHOR,
    DATE_PUBLISHED,
    PUBLISHER,
    URL,
    IN_LANGUAGE
  }

  private final Map<Matter, Fact> found = new EnumMap<>(Matter.class);

  /** Notes a statement unless it is blank or the matter is settled. */
  FactsBuilder add(Matter matter, String value, Fact.Origin origin) {
    String folded = WhiteSpace.fold(value);
    if (!folded.isEmpty()) {
      found.putIfAbsent(matter, new Fact(folded, origin));
    }
    return this;
  }

  boolean knows(Matter matter) {
    return found.containsKey(matter);
  }

  Facts build() {
    return new Facts(
        get(Matter.HEADLINE),
        get(Matter.AUTHOR),
        get(Matter.DATE_PUBLISHED),
        get(Matter.PUBLISHER),
        get(Matter.URL),
        get(Matter.IN_LANGUAGE));
  }

  private Optional<Fact> get(Matter matter) {
    return Optional.ofNullable(found.get(matter));
  }
}
