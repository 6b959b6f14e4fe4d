package dev.nutgraf.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.local.http.ListenAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ServeTest {

  @Test
  void printsTheAddressesAndNoWarningOnLoopback() {
    String printed = instructions("127.0.0.1", List.of());
    assertTrue(printed.contains("AWS_ENDPOINT_URL_S3=http://127.0.0.1:9000 "), printed);
    assertTrue(printed.contains("http://127.0.0.1:9001/"), printed);
    assertFalse(printed.contains("Warning"), printed);
  }

  @Test
  void warnsThatAnyoneOnTheNetworkCanUseAnOpenServer() {
    String printed = instructions("0.0.0.0", List.of());
    assertTrue(printed.contains("Warning: S3 and the page listen on 0.0.0.0"), printed);
    assertTrue(printed.contains("Anyone on the network"), printed);
    assertTrue(printed.contains("no authentication"), printed);
  }

  @Test
  void printsTheUrlForEveryAllowedHost() {
    String printed = instructions("127.0.0.1", List.of("host.docker.internal", "devbox"));
    assertTrue(printed.contains("http://host.docker.internal:9000\n"), printed);
    assertTrue(printed.contains("http://devbox:9000\n"), printed);
  }

  @Test
  void saysWhatRemainsAfterAStop() {
    assertTrue(instructions("127.0.0.1", List.of()).contains("after a stop, only the files"));
    assertEquals(
        """

        Stopped after 1 rejected, 5 summarized.
        The summaries stay in out. The articles were in memory and are gone.
        """,
        Serve.stopped("1 rejected, 5 summarized", Path.of("out")));
  }

  private static String instructions(String address, List<String> allowedHosts) {
    return Serve.instructions(
        ListenAddress.of(address, allowedHosts),
        allowedHosts,
        URI.create("http://127.0.0.1:9001/"),
        URI.create("http://127.0.0.1:9000"),
        Path.of("out"));
  }
}
