package dev.nutgraf.local.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AwsChunkedTest {

  private static final String BODY =
      """
      5;chunk-signature=0a\r
      hello\r
      6;chunk-signature=0b\r
       world\r
      0;chunk-signature=0c\r
      X-Amz-Checksum-CRC32: DUoRhQ==\r
      x-amz-trailer-signature:0d\r
      \r
      """;

  @Test
  void joinsTheChunksAndKeepsTheTrailers() {
    AwsChunked.Decoded content = AwsChunked.decode(bytes(BODY));
    assertEquals("hello world", new String(content.bytes(), StandardCharsets.UTF_8));
    assertEquals(
        Map.of("x-amz-checksum-crc32", "DUoRhQ==", "x-amz-trailer-signature", "0d"),
        content.trailers());
  }

  @Test
  void needsNoSignaturesAndNoTrailers() {
    assertEquals(0, AwsChunked.decode(bytes("0\r\n\r\n")).bytes().length);
    assertEquals(1, AwsChunked.decode(bytes("1\r\nx\r\n0\r\n\r\n")).bytes().length);
  }

  @Test
  void refusesABodyThatEndsBeforeItsLastChunk() {
    int lastChunk = BODY.indexOf("0;chunk-signature=0c");
    for (int end = 0; end < lastChunk; end++) {
      byte[] cut = Arrays.copyOf(bytes(BODY), end);
      assertThrows(S3Exception.class, () -> AwsChunked.decode(cut));
    }
  }

  @Test
  void refusesChunksOfWrongSize() {
    for (String body :
        new String[] {"4\r\nhello\r\n0\r\n\r\n", "-1\r\n\r\n", "7fffffff\r\nx", "z\r\n", "\r\n"}) {
      assertThrows(S3Exception.class, () -> AwsChunked.decode(bytes(body)), body);
    }
  }

  @Test
  void survivesAnyBytes() {
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      byte[] body = bytes(BODY);
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        body[random.nextInt(body.length)] = (byte) random.nextInt(128);
      }
      try {
        AwsChunked.decode(body);
      } catch (S3Exception e) {
        assertEquals(400, e.status());
      }
    }
  }

  @Test
  void leavesTheOtherCodingsOfAContentEncoding() {
    assertNull(AwsChunked.withoutCoding("aws-chunked"));
    assertEquals("gzip", AwsChunked.withoutCoding("gzip,aws-chunked"));
    assertEquals("gzip", AwsChunked.withoutCoding("aws-chunked, gzip"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
