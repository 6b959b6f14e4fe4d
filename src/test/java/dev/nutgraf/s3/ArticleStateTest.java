package dev.nutgraf.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.nutgraf.summary.LengthSetting;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ArticleStateTest {
  private static final Instant TIME = Instant.parse("2026-01-05T08:30:00Z");
  private static final StoredObject OBJECT = object("tag", TIME, "v1", "text/plain", Map.of());

  @Test
  void isTheSameForTheSameObject() {
    StoredObject same = object("tag", TIME.plusMillis(400), "v1", "text/plain", Map.of());
    assertEquals(ArticleState.of(OBJECT), ArticleState.of(same));
    assertEquals(ArticleState.of(OBJECT).hashCode(), ArticleState.of(same).hashCode());
  }

  @Test
  void changesWithEverythingThatTheDocumentsDependOn() {
    ArticleState state = ArticleState.of(OBJECT);
    assertNotEquals(state, ArticleState.of(object("new", TIME, "v1", "text/plain", Map.of())));
    assertNotEquals(
        state, ArticleState.of(object("tag", TIME.plusSeconds(1), "v1", "text/plain", Map.of())));
    assertNotEquals(state, ArticleState.of(object("tag", TIME, "v2", "text/plain", Map.of())));
    assertNotEquals(state, ArticleState.of(object("tag", TIME, "v1", "text/html", Map.of())));
    for (LengthSetting setting : LengthSetting.values()) {
      assertNotEquals(
          state,
          ArticleState.of(
              object("tag", TIME, "v1", "text/plain", Map.of(setting.metadataName(), "5"))));
    }
  }

  @Test
  void tellsTheSettingsOfALengthApart() {
    assertNotEquals(
        ArticleState.of(object("tag", TIME, "v1", "text/plain", Map.of("summary-max-words", "50"))),
        ArticleState.of(
            object("tag", TIME, "v1", "text/plain", Map.of("summary-max-characters", "50"))));
  }

  @Test
  void ignoresOtherUserMetadata() {
    assertEquals(
        ArticleState.of(OBJECT),
        ArticleState.of(object("tag", TIME, "v1", "text/plain", Map.of("desk", "politics"))));
  }

  private static StoredObject object(
      String eTag,
      Instant lastModified,
      String version,
      String contentType,
      Map<String, String> metadata) {
    return new StoredObject(
        eTag,
        10,
        lastModified,
        Optional.of(version),
        Optional.of(contentType),
        Optional.empty(),
        metadata);
  }
}
