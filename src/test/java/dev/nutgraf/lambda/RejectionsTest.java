package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nutgraf.article.ArticleRejectedException.Reason;
import dev.nutgraf.summary.Document;
import dev.nutgraf.summary.MetadataSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;

/** Checks every rejection code end to end: one document, one event, no retry. */
final class RejectionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Deployment deployment = new Deployment(Map.of("MAX_ARTICLE_BYTES", "4000000"));

  @AfterEach
  void stop() {
    deployment.close();
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void endsAsADocumentThatSaysWhy(Reason reason) throws IOException {
    Sample sample = Sample.of(reason);
    deployment.s3.putObject(
        b -> {
          b.bucket(Deployment.ARTICLES).key(sample.key());
          sample.contentType().ifPresent(b::contentType);
          sample.contentEncoding().ifPresent(b::contentEncoding);
        },
        RequestBody.fromBytes(sample.bytes()));

    deployment.deliver(sample.key());

    String metadata = sample.key() + Document.Kind.METADATA.suffix();
    assertEquals(Set.of(metadata), deployment.outputs().keySet());
    MetadataSchema.assertValid(deployment.output(metadata).getBytes(StandardCharsets.UTF_8));
    JsonNode document = JSON.readTree(deployment.output(metadata));
    assertEquals("rejected", document.path("status").asText());
    assertEquals(reason.code(), document.path("error").path("code").asText());
    assertTrue(deployment.log.get(0).contains("\"code\":\"" + reason.code() + "\""));

    deployment.deliver(sample.key());
    assertTrue(deployment.log.get(1).contains("\"outcome\":\"unchanged\""));
  }

  @Test
  void takesThePlaceOfTheSummaryThatWasThereAndGivesItBack() {
    String key = "a.txt";
    deployment.put(key, Deployment.ARTICLE);
    deployment.deliver(key);
    deployment.put(key, "");
    deployment.deliver(key);
    assertEquals(Set.of(key + ".metadata.json"), deployment.outputs().keySet());
    deployment.put(key, Deployment.ARTICLE);
    deployment.deliver(key);
    assertEquals(
        Set.of(key + ".metadata.json", key + ".summary.txt"), deployment.outputs().keySet());
  }

  /** An article that is rejected for a reason. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  private record Sample(
      String key, byte[] bytes, Optional<String> contentType, Optional<String> contentEncoding) {

    static Sample of(Reason reason) {
      return switch (reason) {
        case EMPTY -> text("a.txt", " \n\t ");
        case TOO_LARGE -> text("a.txt", "word ".repeat(1_000_000));
        case BINARY ->
            bytes("a.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        case BAD_ENCODING ->
            new Sample("a.txt", damagedGzip(), Optional.of("text/plain"), Optional.of("gzip"));
        case MALFORMED ->
            text("a.json", "{\"headline\": \"Harbor bridge\", \"articleBody\": \"The");
        case UNKNOWN_SHAPE -> text("a.json", "{\"temperature\": 21, \"unit\": \"C\"}");
        case SEVERAL_ARTICLES ->
            text("a.json", "[{\"body\":\"The ferry left.\"},{\"body\":\"The pier is closed.\"}]");
        case FEED -> text("a.xml", "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel/></rss>");
        case SUBTITLES -> text("a.txt", "1\n00:00:01,000 --> 00:00:04,000\nThe ferry left.\n");
        case TABLE -> text("a.csv", "id,title\n1,The ferry left.\n");
        case MAIL ->
            text(
                "a.txt", "From: a@b.example\nSubject: Ferry\nMIME-Version: 1.0\n\nThe ferry left.");
        case UNSUPPORTED_FORMAT -> text("a.txt", "BEGIN:VCALENDAR\nEND:VCALENDAR\n");
        case NO_SENTENCES -> text("a.md", "# Harbor bridge\n");
        case UNDECODABLE -> bytes("a.txt", highBytes());
        case TOO_MANY_SENTENCES -> text("a.txt", "It is. ".repeat(500_001));
      };
    }

    private static Sample text(String key, String text) {
      return bytes(key, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Sample bytes(String key, byte[] bytes) {
      return new Sample(key, bytes, Optional.empty(), Optional.empty());
    }

    private static byte[] highBytes() {
      byte[] bytes = new byte[400];
      Random random = new Random(1);
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (0x80 + random.nextInt(0x80));
      }
      return bytes;
    }

    private static byte[] damagedGzip() {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write(Deployment.ARTICLE.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      byte[] damaged = bytes.toByteArray();
      damaged[damaged.length / 2] ^= 0x55;
      return damaged;
    }
  }
}
