package dev.nutgraf.article;

import java.util.Optional;

/**
 * Metadata that an article declares, in schema.org's terms; absent means unknown.
 *
 * @param headline the headline
 * @param author the author or authors, as written
 * @param datePublished ISO 8601 date or date-time, as precise as the source states it
 * @param publisher the publisher's name
 * @param url the canonical address
 * @param inLanguage the declared language, a BCP 47 tag
 */
public record ArticleMetadata(
    Optional<MetadataField> headline,
    Optional<MetadataField> author,
    Optional<MetadataField> datePublished,
    Optional<MetadataField> publisher,
    Optional<MetadataField> url,
    Optional<MetadataField> inLanguage) {

  /** Metadata without any property. */
  public static final ArticleMetadata NONE =
      new ArticleMetadata(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
