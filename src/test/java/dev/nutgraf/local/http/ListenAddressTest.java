package dev.nutgraf.local.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ListenAddressTest {

  @Test
  void isLoopbackAndAnswersToLoopbackNamesByDefault() {
    assertTrue(ListenAddress.LOOPBACK.isLoopback());
    assertEquals("127.0.0.1", ListenAddress.LOOPBACK.urlHost());
    for (String host : List.of("127.0.0.1", "[::1]", "localhost", "LOCALHOST")) {
      assertTrue(ListenAddress.LOOPBACK.allows(host), host);
    }
    for (String host : List.of("", "0.0.0.0", "127.0.0.2", "host.docker.internal")) {
      assertFalse(ListenAddress.LOOPBACK.allows(host), host);
    }
  }

  @Test
  void answersToTheHostsThatAreAllowed() {
    ListenAddress address = ListenAddress.of("127.0.0.1", List.of("Host.Docker.Internal", "[::2]"));
    assertTrue(address.isLoopback());
    assertTrue(address.allows("host.docker.internal"));
    assertTrue(address.allows("[::2]"));
    assertTrue(address.allows("localhost"));
    assertFalse(address.allows("docker.internal"));
  }

  @Test
  void answersToTheAddressThatItListensOn() {
    ListenAddress bridge = ListenAddress.of("172.17.0.1", List.of());
    assertFalse(bridge.isLoopback());
    assertEquals("172.17.0.1", bridge.urlHost());
    assertTrue(bridge.allows("172.17.0.1"));
    assertFalse(bridge.allows("172.17.0.2"));
  }

  @Test
  void hasALoopbackUrlIfItListensOnAllAddresses() {
    ListenAddress all = ListenAddress.of("0.0.0.0", List.of());
    assertFalse(all.isLoopback());
    assertEquals("127.0.0.1", all.urlHost());
    assertEquals("0.0.0.0", all.toString());
    assertFalse(all.allows("0.0.0.0"));
  }

  @Test
  void writesAnIpv6AddressAsUrlsDo() {
    assertEquals("[0:0:0:0:0:0:0:1]", ListenAddress.of("::1", List.of()).urlHost());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "http://name", "name:9000", "a b", "::1", "*"})
  void refusesAHostThatIsntOne(String host) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> ListenAddress.of("127.0.0.1", List.of(host)));
    assertTrue(e.toString().contains('"' + host + '"'), e.toString());
  }

  @Test
  void refusesAnAddressThatIsntOne() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> ListenAddress.of("[no address]", List.of()));
    assertTrue(e.toString().contains("\"[no address]\""), e.toString());
  }
}
