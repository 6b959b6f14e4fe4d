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
        QueueMessage.parse(Deployment.notification("articles", List.of(KEY.key(), "c.txt")))
            .objects());
  }

  @Test
  void opensTheEnvelopeOfATopic() throws Exception {
    String notification = Deployment.notification("articles", List.of(KEY.key()));
    String envelope =
        new ObjectMapper()
            .writeValueAsString(Map.of("Type", "Notification", "Message", notification));
    assertEquals(List.of(KEY), QueueMessage.parse(envelope).objects());
  }

  @Test
  void doesNotDecodeTheKeyOfAnEventBridgeEvent() {
    assertEquals(
        List.of(new ObjectKey("articles", "a+b%20.txt")),
        QueueMessage.parse(
                """
                {"detail": {"bucket": {"name": "articles"}, "object": {"key": "a+b%20.txt"}}}
                """)
            .objects());
  }

  @Test
  void namesNoObjectForTheTestEventOfANewNotificationConfiguration() {
    assertEquals(
        List.of(),
        QueueMessage.parse("{\"Service\": \"Amazon S3\", \"Event\": \"s3:TestEvent\"}").objects());
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
        "{\"detail\": {\"bucket\": {\"name\": \"b\"}}}|has no object.key",
        "{\"Type\": \"Notification\", \"Message\": \"Hello.\"}|isn't a JSON object"
      })
  void rejectsAnyOtherBodyWithAReason(String body, String reason) {
    InvalidEventException e =
        assertThrows(InvalidEventException.class, () -> QueueMessage.parse(body));
    assertTrue(e.toString().contains(reason), e::toString);
  }

  @Test
  void returnsTheGoodRecordsAndAReasonForEachBadOne() {
    QueueMessage message =
        QueueMessage.parse(
            """
            {"Records": [{}, {"s3": {"bucket": {"name": "articles"}, "object": {"key": "c.txt"}}}]}
            """);
    assertEquals(List.of(new ObjectKey("articles", "c.txt")), message.objects());
    assertEquals(1, message.unreadable().size());
    assertTrue(message.unreadable().get(0).toString().contains("has no bucket.name"));
  }

  @Test
  void rejectsAKeyThatIsNotFormEncoded() {
    assertThrows(InvalidEventException.class, () -> QueueMessage.decode("%ZZ"));
  }
}
