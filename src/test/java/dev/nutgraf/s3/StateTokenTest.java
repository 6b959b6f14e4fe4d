package dev.nutgraf.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.summary.Document.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StateTokenTest {
  private static final StateToken TOKEN =
      new StateToken(
          new ArticleState("0a1b", Instant.parse("2026-01-05T08:30:00Z"), "c0ffee"),
          "engine-1",
          Set.of(Kind.METADATA, Kind.SUMMARY));

  @Test
  void hasAFixedFormatBecauseItIsStored() {
    assertEquals(
        Map.of("nutgraf-state", "0a1b 2026-01-05T08:30:00Z c0ffee engine-1 SUMMARY,METADATA"),
        TOKEN.metadata());
  }

  @Test
  void readsWhatItWrote() {
    assertEquals(Optional.of(TOKEN), StateToken.of(output(TOKEN.metadata())));
  }

  @Test
  void isAsciiAsUserMetadataMustBe() {
    String value = TOKEN.metadata().get("nutgraf-state");
    assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(value), value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0a1b",
        "0a1b yesterday c0ffee engine-1 SUMMARY",
        "0a1b 2026-01-05T08:30:00Z c0ffee engine-1 UNKNOWN",
        "0a1b 2026-01-05T08:30:00Z c0ffee engine-1 SUMMARY more"
      })
  void isEmptyForAnyOtherValue(String value) {
    assertEquals(Optional.empty(), StateToken.of(output(Map.of("nutgraf-state", value))));
  }

  @Test
  void isEmptyForAnObjectThatNutgrafDidNotWrite() {
    assertEquals(Optional.empty(), StateToken.of(output(Map.of("author", "Ann Example"))));
  }

  private static StoredObject output(Map<String, String> metadata) {
    return new StoredObject(
        "tag", 1, Instant.EPOCH, Optional.empty(), Optional.empty(), Optional.empty(), metadata);
  }
}
