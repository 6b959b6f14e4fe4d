package dev.nutgraf.article.html;

import dev.nutgraf.article.boilerplate.EmbeddedPosts;
import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.WhiteSpace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Recognizes posts of social networks that a page embeds.
 *
 * <p>The embed codes of the networks are quotations that a script replaces. An element is a post if
 * one of these holds; a quotation without any of them is prose:
 *
 * <ol>
 *   <li>it has a class name or an attribute of an embed code
 *   <li>it is a quotation that cites the address of a post
 *   <li>it is a short quotation that ends in a link to a post
 *   <li>it is a short quotation that ends in a signature: {@code — Name (@name) date}, whatever the
 *       language of the date
 * </ol>
 */
final class PostEmbed implements NodeFilter {
  private static final Set<String> CLASS_NAMES =
      Set.of(
          "twitter-tweet",
          "twitter-video",
          "bluesky-embed",
          "mastodon-embed",
          "instagram-media",
          "tiktok-embed",
          "text-post-media",
          "reddit-embed-bq",
          "reddit-card",
          "fb-post",
          "tumblr-post",
          "telegram-post");

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "data-tweet-id",
          "data-bluesky-uri",
          "data-instgrm-permalink",
          "data-text-post-permalink",
          "data-telegram-post");

  /** What the path of a post contains, by host without {@code www} and other subdomains. */
  private static final Map<String, List<String>> POST_PATHS =
      Map.ofEntries(
          Map.entry("twitter.com", List.of("/status/", "/statuses/")),
          Map.entry("x.com", List.of("/status/")),
          Map.entry("bsky.app", List.of("/post/")),
          Map.entry("threads.net", List.of("/post/")),
          Map.entry("threads.com", List.of("/post/")),
          Map.entry("instagram.com", List.of("/p/", "/reel/", "/tv/")),
          Map.entry("facebook.com", List.of("/posts/", "/permalink", "/photo", "/videos/")),
          Map.entry("reddit.com", List.of("/comments/")),
          Map.entry("tiktok.com", List.of("/video/", "/photo/")),
          Map.entry("linkedin.com", List.of("/posts/", "/feed/update/")),
          Map.entry("tumblr.com", List.of("/post/")),
          Map.entry("vk.com", List.of("/wall")));

  /** The host of Telegram, whose posts are numbered. */
  private static final String TELEGRAM = "t.me";

  /** Nodes of a quotation that are looked at; an embed code has about ten. */
  private static final int MAX_NODES = 100;

  /** Longest name, or date, in a signature. */
  private static final int MAX_PART = 100;

  private final StringBuilder text = new StringBuilder();
  private int nodes;
  private int afterLink;
  private String link = "";

  private PostEmbed() {}

  /** Returns whether an element embeds a post. */
  static boolean isPost(Element element) {
    if (element.attributesSize() > 0 && isMarked(element)) {
      return true;
    }
    return element.normalName().equals("blockquote")
        && (isPostAddress(element.attr("cite")) || new PostEmbed().endsAsPost(element));
  }

  private static boolean isMarked(Element element) {
    for (StringTokenizer names = new StringTokenizer(element.className());
        names.hasMoreTokens(); ) {
      if (CLASS_NAMES.contains(names.nextToken())) {
        return true;
      }
    }
    for (Attribute attribute : element.attributes()) {
      if (ATTRIBUTES.contains(attribute.getKey())) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether an address is that of a single post on a known network. */
  static boolean isPostAddress(String address) {
    int scheme = address.indexOf("//");
    int host = scheme < 0 ? 0 : scheme + 2;
    int slash = address.indexOf('/', host);
    if (scheme < 0 || slash < 0) {
      return false;
    }
    String path = address.substring(slash);
    String site = address.substring(host, slash);
    int sub = site.lastIndexOf('.', site.lastIndexOf('.') - 1);
    String domain = site.substring(sub + 1);
    return POST_PATHS.getOrDefault(domain, List.of()).stream().anyMatch(path::contains)
        || (endsInNumber(path) && (domain.equals(TELEGRAM) || isOfMastodon(path)));
  }

  /** Returns whether a path is that of a post on a server of Mastodon, which has any name. */
  private static boolean isOfMastodon(String path) {
    return path.startsWith("/@") || (path.startsWith("/users/") && path.contains("/statuses/"));
  }

  private static boolean endsInNumber(String path) {
    int end = path.indexOf('?');
    end = end < 0 ? path.length() : end;
    int digits = end;
    while (digits > 0 && Character.isDigit(path.charAt(digits - 1))) {
      digits--;
    }
    return digits < end && digits > 1 && path.charAt(digits - 1) == '/';
  }

  private boolean endsAsPost(Element quotation) {
    NodeTraversor.filter(this, quotation);
    if (nodes > MAX_NODES || text.length() > EmbeddedPosts.MAX_CHARS) {
      return false;
    }
    return (isPostAddress(link) && !hasLetter(afterLink)) || isSigned();
  }

  private boolean hasLetter(int from) {
    return text.chars().skip(from).anyMatch(Character::isLetter);
  }

  /** Returns whether the text ends in a dash, a name, a handle in parentheses and a date. */
  private boolean isSigned() {
    int handle = Math.max(text.lastIndexOf("(@"), text.lastIndexOf("（@"));
    int close = Math.max(text.indexOf(")", handle + 1), text.indexOf("）", handle + 1));
    if (handle < 0 || close < 0 || text.length() - close > MAX_PART) {
      return false;
    }
    for (int at = handle + 1; at < close; at++) {
      if (WhiteSpace.isWhiteSpace(text.charAt(at))) {
        return false;
      }
    }
    boolean dated = text.chars().skip(close).anyMatch(Character::isDigit);
    int dash = handle;
    while (dash > 0 && handle - dash < MAX_PART && !Punctuation.isDash(text.charAt(dash))) {
      dash--;
    }
    return dated && Punctuation.isDash(text.charAt(dash));
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode part) {
      text.append(part.getWholeText());
    }
    nodes++;
    return nodes > MAX_NODES || text.length() > EmbeddedPosts.MAX_CHARS
        ? FilterResult.STOP
        : FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element && element.normalName().equals("a")) {
      link = element.attr("href");
      afterLink = text.length();
    }
    return FilterResult.CONTINUE;
  }
}
