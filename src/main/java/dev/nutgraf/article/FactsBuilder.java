package dev.nutgraf.article;

import java.util.EnumMap;
import java.util.Locale;
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

  /** What is longer is no statement but a text in the wrong place. */
  private static final int MAX_CHARS = 2000;

  private final Map<Matter, Fact> found = new EnumMap<>(Matter.class);

  /** Notes a statement unless the matter is settled or the statement makes no sense. */
  FactsBuilder add(Matter matter, String value, Fact.Origin origin) {
    if (!found.containsKey(matter) && value.length() <= MAX_CHARS) {
      String folded = WhiteSpace.fold(value);
      Optional<String> sound =
          switch (matter) {
            case HEADLINE, PUBLISHER -> Optional.of(folded);
            case AUTHOR -> isAddress(folded) ? Optional.empty() : Optional.of(folded);
            case DATE_PUBLISHED -> Dates.stated(folded);
            case URL -> isAddress(folded) ? Optional.of(folded) : Optional.empty();
            case IN_LANGUAGE -> languageTag(folded);
          };
      sound
          .filter(text -> !text.isEmpty())
          .ifPresent(text -> found.put(matter, new Fact(text, origin)));
    }
    return this;
  }

  private static boolean isAddress(String value) {
    return value.startsWith("https://") || value.startsWith("http://");
  }

  /** The value in the form of BCP 47, if it names a language. */
  private static Optional<String> languageTag(String value) {
    String tag = Locale.forLanguageTag(value.replace('_', '-')).toLanguageTag();
    return tag.equals("und") ? Optional.empty() : Optional.of(tag);
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
