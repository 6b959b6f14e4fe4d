package dev.nutgraf.local.s3;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * The parameters of a list.
 *
 * @param prefix prefix of the keys
 * @param delimiter keys that contain it after the prefix are folded into a common prefix; empty for
 *     none
 * @param startAfter the key after which the list starts; empty for the first
 * @param token the end of the previous page
 * @param maxKeys maximum number of keys and common prefixes of a page, 0 to 1,000
 */
record ListQuery(
    String prefix, String delimiter, String startAfter, Optional<String> token, int maxKeys) {

  /** A page in the order of the keys' UTF-8 bytes; a token exists if more keys follow. */
  record Page(
      List<Map.Entry<String, LocalObject>> objects,
      List<String> commonPrefixes,
      Optional<String> nextToken) {

    int size() {
      return objects.size() + commonPrefixes.size();
    }
  }

  /** The content of a token: the last key of a page, or its last common prefix. */
  private record Position(boolean folded, String text) {

    String token() {
      return Base64.getUrlEncoder()
          .encodeToString(((folded ? "p" : "k") + text).getBytes(StandardCharsets.UTF_8));
    }

    static Position of(String token) {
      try {
        String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        if (text.startsWith("p") || text.startsWith("k")) {
          return new Position(text.startsWith("p"), text.substring(1));
        }
      } catch (IllegalArgumentException e) {
        // handled below, like any other invalid token
      }
      throw S3Exception.invalidArgument("The continuation token provided is incorrect");
    }
  }

  Page page(NavigableMap<String, LocalObject> objects) {
    List<Map.Entry<String, LocalObject>> found = new ArrayList<>();
    List<String> folded = new ArrayList<>();
    Position last = token.map(Position::of).orElse(new Position(false, startAfter));
    Optional<Map.Entry<String, LocalObject>> next = firstAfter(objects, last);
    while (next.isPresent() && found.size() + folded.size() < maxKeys) {
      String key = next.get().getKey();
      int cut = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
      if (cut < 0) {
        found.add(next.get());
        last = new Position(false, key);
      } else {
        last = new Position(true, key.substring(0, cut + delimiter.length()));
        folded.add(last.text());
      }
      next = firstAfter(objects, last);
    }
    boolean truncated = maxKeys > 0 && next.isPresent();
    return new Page(
        found, folded, truncated ? Optional.of(last.token()) : Optional.<String>empty());
  }

  private Optional<Map.Entry<String, LocalObject>> firstAfter(
      NavigableMap<String, LocalObject> objects, Position position) {
    Map.Entry<String, LocalObject> entry;
    if (LocalBucket.KEY_ORDER.compare(position.text(), prefix) < 0) {
      entry = objects.ceilingEntry(prefix);
    } else {
      // Skips the common prefix; keys with the last code point after it are left to the loop.
      entry =
          position.folded()
              ? objects.ceilingEntry(position.text() + Character.toString(Character.MAX_CODE_POINT))
              : objects.higherEntry(position.text());
      while (position.folded() && entry != null && entry.getKey().startsWith(position.text())) {
        entry = objects.higherEntry(entry.getKey());
      }
    }
    return Optional.ofNullable(entry).filter(found -> found.getKey().startsWith(prefix));
  }
}
