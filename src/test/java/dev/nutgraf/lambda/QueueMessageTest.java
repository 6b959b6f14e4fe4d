package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QueueMessageTest {
  private static final ObjectKey KEY = new ObjectKey("articles", "a b+é.txt");

  @Test
  void decodesTheKeysOfANotification() {
    assertEquals(
        List.of(KEY, new ObjectKey("articles", "c.txt")),
        QueueMessage.objects(Deployment.notification("articles", List.of(KEY.key(), "c.txt"))));
  }

  @Test
  void opensTheEnvelopeOfATopic() throws Exception {
    String notification = Deployment.notification("articles", List.of(KEY.key()));
    String envelope =
        new ObjectMapper()
            .writeValueAsString(Map.of("Type", "Notification", "Message", notification));
    assertEquals(List.of(KEY), QueueMessage.objects(envelope));
  }

  @Test
  void doesNotDecodeTheKeyOfAnEventBridgeEvent() {
    assertEquals(
        List.of(new ObjectKey("articles", "a+b%20.txt")),
        QueueMessage.objects(
            """
            {"detail": {"bucket": {"name": "articles"}, "object": {"key": "a+b%20.txt"}}}
            """));
  }

  @Test
  void namesNoObjectForTheTestEventOfANewNotificationConfiguration() {
    assertEquals(
        List.of(),
        QueueMessage.objects("{\"Service\": \"Amazon S3\", \"Event\": \"s3:TestEvent\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "no JSON|isn't a JSON object",
        "[]|isn't a JSON object",
        "{}|has no array \"Records\"",
        "{\"Records\": {}}|has no array \"Records\"",
        "{\"Records\": [{}]}|has no bucket.name",
        "{\"detail\": {\"bucket\": {\"name\": \"b\"}}}|has no object.key",
        "{\"Type\": \"Notification\", \"Message\": \"Hello.\"}|isn't a JSON object"
      })
  void rejectsAnyOtherBodyWithAReason(String body, String reason) {
    InvalidEventException e =
        assertThrows(InvalidEventException.class, () -> QueueMessage.objects(body));
    assertTrue(e.toString().contains(reason), e::toString);
  }

  @Test
  void rejectsAKeyThatIsNotFormEncoded() {
    assertThrows(InvalidEventException.class, () -> QueueMessage.decode("%ZZ"));
  }
}
