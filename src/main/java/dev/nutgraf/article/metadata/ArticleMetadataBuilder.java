package dev.nutgraf.article.metadata;

import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.chars.Sanitizer;
import dev.nutgraf.chars.WhiteSpace;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Collects properties of an article; the first valid value of a property wins. */
public final class ArticleMetadataBuilder {
  /** The properties, named after schema.org. */
  public enum Property {
    HEADLINE,
    AUTHOR,
    DATE_PUBLISHED,
    PUBLISHER,
    URL,
    IN_LANGUAGE
  }

  /** Longer values are text in the wrong place. */
  private static final int MAX_CHARS = 2000;

  private final Map<Property, MetadataField> found = new EnumMap<>(Property.class);

  /** Returns a builder that has the given properties. */
  public static ArticleMetadataBuilder of(ArticleMetadata metadata) {
    ArticleMetadataBuilder builder = new ArticleMetadataBuilder();
    builder.put(Property.HEADLINE, metadata.headline());
    builder.put(Property.AUTHOR, metadata.author());
    builder.put(Property.DATE_PUBLISHED, metadata.datePublished());
    builder.put(Property.PUBLISHER, metadata.publisher());
    builder.put(Property.URL, metadata.url());
    builder.put(Property.IN_LANGUAGE, metadata.inLanguage());
    return builder;
  }

  private void put(Property property, Optional<MetadataField> field) {
    field.ifPresent(value -> found.put(property, value));
  }

  /** Adds a value unless the property has one or the value is invalid for it. */
  public ArticleMetadataBuilder add(Property property, String value, MetadataField.Origin origin) {
    if (!found.containsKey(property) && value.length() <= MAX_CHARS) {
      String folded = WhiteSpace.collapse(Sanitizer.sanitize(MetadataText.plain(value)));
      Optional<String> sound =
          switch (property) {
            case HEADLINE -> Optional.of(folded).filter(text -> !MetadataText.isPlaceholder(text));
            case PUBLISHER -> Optional.of(folded).filter(text -> !isReference(text));
            case AUTHOR -> Authors.names(folded);
            case DATE_PUBLISHED -> Dates.parse(folded);
            case URL -> isAddress(folded) ? Optional.of(folded) : Optional.empty();
            case IN_LANGUAGE -> languageTag(folded);
          };
      sound
          .filter(text -> !text.isEmpty())
          .ifPresent(text -> found.put(property, new MetadataField(text, origin)));
    }
    return this;
  }

  /** Returns whether a value identifies something that has a name elsewhere. */
  private static boolean isReference(String value) {
    return isAddress(value) || value.startsWith("#") || MetadataText.isPlaceholder(value);
  }

  private static boolean isAddress(String value) {
    return value.startsWith("https://") || value.startsWith("http://");
  }

  /** Returns a valid BCP 47 tag for a language or locale name. */
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
