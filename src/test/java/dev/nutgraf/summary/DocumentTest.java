package dev.nutgraf.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.summary.Document.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentTest {
  @Test
  void ordersTheKindsAsTheyAreWrittenMetadataLast() {
    assertEquals(List.of(Kind.SUMMARY, Kind.PAGE, Kind.METADATA), List.of(Kind.values()));
  }

  @Test
  void hasTheSuffixesAndMediaTypesThatUsersRelyOn() {
    assertEquals(
        List.of(
            ".summary.txt text/plain; charset=utf-8",
            ".summary.html text/html; charset=utf-8",
            ".metadata.json application/json"),
        Stream.of(Kind.values()).map(kind -> kind.suffix() + " " + kind.contentType()).toList());
  }
}
