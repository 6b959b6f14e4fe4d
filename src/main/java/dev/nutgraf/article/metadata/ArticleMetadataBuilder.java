package dev.nutgraf.article.metadata;

import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.chars.WhiteSpace;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Collects metadata; of two statements on one property the first stands. */
public final class ArticleMetadataBuilder {
  /** What can be stated. */
  public enum Property {
    HEADLINE,
    AUTHOR,
    DATE_PUBLISHED,
    PUBLISHER,
    URL,
    IN_LANGUAGE
  }

  /** What is longer is no statement but a text in the wrong place. */
  private static final int MAX_CHARS = 2000;

  private final Map<Property, MetadataField> found = new EnumMap<>(Property.class);

  /** Notes a statement unless the property is settled or the statement makes no sense. */
  public ArticleMetadataBuilder add(Property property, String value, MetadataField.Origin origin) {
    if (!found.containsKey(property) && value.length() <= MAX_CHARS) {
      String folded = WhiteSpace.fold(value);
      Optional<String> sound =
          switch (property) {
            case HEADLINE, PUBLISHER -> Optional.of(folded);
            case AUTHOR -> isAddress(folded) ? Optional.empty() : Optional.of(folded);
            case DATE_PUBLISHED -> Dates.stated(folded);
            case URL -> isAddress(folded) ? Optional.of(folded) : Optional.empty();
            case IN_LANGUAGE -> languageTag(folded);
          };
      sound
          .filter(text -> !text.isEmpty())
          .ifPresent(text -> found.put(property, new MetadataField(text, origin)));
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

  public ArticleMetadata build() {
    return new ArticleMetadata(
        get(Property.HEADLINE),
        get(Property.AUTHOR),
        get(Property.DATE_PUBLISHED),
        get(Property.PUBLISHER),
        get(Property.URL),
        get(Property.IN_LANGUAGE));
  }

  private Optional<MetadataField> get(Property property) {
    return Optional.ofNullable(found.get(property));
  }
}
