package dev.nutgraf.article.decoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.ArticleRejectedException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipTest {
  private static final long MAX_BYTES = 1 << 20;

  @Test
  void expandsEveryMemberAndIgnoresWhatFollows() throws IOException {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.write(gzip(bytes("Some ")));
    members.write(gzip(bytes("text.")));
    members.write(new byte[512]);
    assertEquals("Some text.", expand(members.toByteArray()));
  }

  @Test
  void expandsTensOfThousandsOfEmptyMembersWithoutDeepCalls() throws IOException {
    byte[] empty = gzip(new byte[0]);
    byte[] members = new byte[empty.length * 40_000];
    for (int i = 0; i < members.length; i += empty.length) {
      System.arraycopy(empty, 0, members, i, empty.length);
    }
    assertEquals("", expand(members));
  }

  @Test
  void skipsTheOptionalFieldsOfTheHeader() throws IOException {
    byte[] plain = gzip(bytes("Some text."));
    int allFields = 2 | 4 | 8 | 16;
    ByteArrayOutputStream member = new ByteArrayOutputStream();
    member.write(plain, 0, 10);
    member.write(new byte[] {3, 0, 'x', 'y', 'z'}); // extra field of three bytes
    member.write(bytes("name.txt\0comment\0"));
    member.write(new byte[] {0, 0}); // header checksum
    member.write(plain, 10, plain.length - 10);
    byte[] bytes = member.toByteArray();
    bytes[3] = (byte) allFields;
    assertEquals("Some text.", expand(bytes));
  }

  @Test
  void rejectsABombAtTheLimit() throws IOException {
    byte[] bomb = gzip(new byte[64 << 20]);
    ArticleRejectedException rejected = rejection(bomb);
    assertEquals(Reason.TOO_LARGE, rejected.reason());
    assertTrue(rejected.getMessage().contains("1048576"), rejected.getMessage());
  }

  @Test
  void rejectsDamageWhereverItIs() throws IOException {
    byte[] good = gzip(bytes("Some text that is long enough to be cut."));
    for (int length = 3; length < good.length; length++) {
      assertEquals(Reason.BAD_ENCODING, rejection(Arrays.copyOf(good, length)).reason());
    }
    for (int at = 10; at < good.length; at++) {
      byte[] damaged = good.clone();
      damaged[at] ^= 0x55;
      assertEquals(Reason.BAD_ENCODING, rejection(damaged).reason(), "byte " + at);
    }
  }

  @Test
  void rejectsUnknownFlags() throws IOException {
    byte[] bytes = gzip(bytes("Some text."));
    bytes[3] = (byte) 0x80;
    assertEquals(Reason.BAD_ENCODING, rejection(bytes).reason());
  }

  @Test
  void recognizesAMemberByItsFirstThreeBytes() throws IOException {
    assertTrue(Gzip.recognizes(gzip(new byte[0])));
    assertFalse(Gzip.recognizes(new byte[] {0x1F, (byte) 0x8B}));
    assertFalse(Gzip.recognizes(bytes("Some text.")));
  }

  private static String expand(byte[] bytes) {
    return new String(Gzip.expand(bytes, MAX_BYTES), StandardCharsets.UTF_8);
  }

  private static ArticleRejectedException rejection(byte[] bytes) {
    return assertThrows(ArticleRejectedException.class, () -> Gzip.expand(bytes, MAX_BYTES));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
