package dev.nutgraf.local.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The address that a local server listens on, and the hosts that it answers to.
 *
 * <p>The Host header of a request names the host that the client asked for. A server that answers
 * to any host is open to every website: the site's own name resolves to the server's address (DNS
 * rebinding), and the browser treats both as one origin. So a server answers to loopback names, to
 * the address it listens on, and to hosts that are allowed by name.
 *
 * @param address the address to listen on
 * @param hosts the hosts that the server answers to, in lower case, without a port
 */
public record ListenAddress(InetAddress address, Set<String> hosts) {
  private static final Set<String> LOOPBACK_HOSTS = Set.of("127.0.0.1", "[::1]", "localhost");

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]+]");

  /** The default: 127.0.0.1 and the loopback names. */
  public static final ListenAddress LOOPBACK = of("127.0.0.1", List.of());

  public ListenAddress {
    hosts = Set.copyOf(hosts);
  }

  /**
   * Returns an address.
   *
   * @param address an IP address of this machine, or a name of it; 0.0.0.0 stands for all
   * @param allowedHosts further hosts that the server answers to, without a port
   * @throws IllegalArgumentException if the address is unknown or a host isn't one
   */
  public static ListenAddress of(String address, Collection<String> allowedHosts) {
    InetAddress resolved;
    try {
      resolved = InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "\"%s\" isn't an address of this machine; use an IP address, such as 0.0.0.0 for all."
              .formatted(address),
          e);
    }
    Set<String> hosts = new TreeSet<>(LOOPBACK_HOSTS);
    if (!resolved.isAnyLocalAddress()) {
      hosts.add(literal(resolved));
    }
    for (String host : allowedHosts) {
      if (!HOST.matcher(host).matches()) {
        throw new IllegalArgumentException(
            "\"%s\" isn't a host; use a name or IP address without scheme and port."
                .formatted(host));
      }
      hosts.add(host.toLowerCase(Locale.ROOT));
    }
    return new ListenAddress(resolved, hosts);
  }

  /** Returns whether only this machine can connect. */
  public boolean isLoopback() {
    return address.isLoopbackAddress();
  }

  /** Returns whether the server answers to a host, given without a port. */
  public boolean allows(String host) {
    return hosts.contains(host.toLowerCase(Locale.ROOT));
  }

  /** The host of the server's URL for clients on this machine. */
  public String urlHost() {
    return address.isAnyLocalAddress() ? "127.0.0.1" : literal(address);
  }

  @Override
  public String toString() {
    return literal(address);
  }

  private static String literal(InetAddress address) {
    String literal = address.getHostAddress().replaceFirst("%.*", "");
    return address instanceof Inet6Address ? '[' + literal + ']' : literal;
  }
}
