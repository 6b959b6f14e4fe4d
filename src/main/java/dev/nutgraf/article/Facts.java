package dev.nutgraf.article;

import java.util.Optional;

/**
 * What an article states about itself, in schema.org's terms; absent means unknown.
 *
 * @param headline the headline
 * @param author the author or authors, as written
 * @param datePublished ISO 8601 date or date-time, as precise as the source states it
 * @param publisher the publisher's name
 * @param url the canonical address
 * @param inLanguage the declared language, a BCP 47 tag
 */
public record Facts(
    Optional<Fact> headline,
    Optional<Fact> author,
    Optional<Fact> datePublished,
    Optional<Fact> publisher,
    Optional<Fact> url,
    Optional<Fact> inLanguage) {

  /** Nothing known. */
  public static final Facts NONE =
      new Facts(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
