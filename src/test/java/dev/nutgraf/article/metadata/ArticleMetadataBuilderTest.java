package dev.nutgraf.article.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.article.MetadataField.Origin;
import dev.nutgraf.article.metadata.ArticleMetadataBuilder.Property;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleMetadataBuilderTest {
  private final ArticleMetadataBuilder builder = new ArticleMetadataBuilder();

  @Test
  void keepsTheFirstValidValueOfAProperty() {
    builder.add(Property.AUTHOR, " ", Origin.JSON_LD);
    builder.add(Property.AUTHOR, "https://social.example/ann", Origin.JSON_LD);
    builder.add(Property.AUTHOR, "Ann\n Oar", Origin.META);
    builder.add(Property.AUTHOR, "Bea Keel", Origin.TEXT);
    assertEquals(Optional.of(new MetadataField("Ann Oar", Origin.META)), builder.build().author());
  }

  @ParameterizedTest
  @CsvSource({
    "DATE_PUBLISHED, today",
    "URL, javascript:void(0)",
    "IN_LANGUAGE, '!'",
    "HEADLINE, ''",
  })
  void rejectsAValueThatIsInvalidForItsProperty(Property property, String value) {
    builder.add(property, value, Origin.META);
    assertEquals(ArticleMetadata.NONE, builder.build());
  }

  @Test
  void rejectsTextInTheWrongPlace() {
    builder.add(Property.HEADLINE, "x".repeat(2001), Origin.META);
    assertEquals(ArticleMetadata.NONE, builder.build());
  }

  @Test
  void writesALocaleAsALanguageTag() {
    builder.add(Property.IN_LANGUAGE, "en_GB", Origin.META);
    assertEquals("en-GB", builder.build().inLanguage().orElseThrow().value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "By Ann Oar, Harbor Correspondent | Ann Oar",
        "ann.oar@gazette.example (Ann Oar) | Ann Oar",
        "Ann Oar <ann.oar@gazette.example> | Ann Oar",
        "Ann Oar (The Gazette) | Ann Oar",
        "By Ann Oar and Bea Keel | Ann Oar and Bea Keel",
        "<a href='/ann'>Ann Oar</a> | Ann Oar",
        "Ann Oar; Bea Keel | Ann Oar, Bea Keel",
      })
  void keepsOnlyNamesOfAnAuthor(String value, String author) {
    builder.add(Property.AUTHOR, value, Origin.META);
    assertEquals(author, builder.build().author().orElseThrow().value());
  }

  @ParameterizedTest
  @CsvSource({
    "AUTHOR, 12",
    "AUTHOR, admin",
    "AUTHOR, '@gazette'",
    "AUTHOR, ann@gazette.example",
    "HEADLINE, Untitled Document",
    "HEADLINE, undefined",
    "PUBLISHER, '#organization'",
    "PUBLISHER, https://gazette.example/#organization",
  })
  void rejectsWhatSystemsWriteForUnknownValues(Property property, String value) {
    builder.add(property, value, Origin.META);
    assertEquals(ArticleMetadata.NONE, builder.build());
  }

  @Test
  void writesHeadlinesWithoutMarkup() {
    builder.add(Property.HEADLINE, "<b>Oar</b> &amp;amp; Keel&#039;s fer\u00ADry <3", Origin.META);
    assertEquals("Oar & Keel's ferry <3", builder.build().headline().orElseThrow().value());
  }
}
