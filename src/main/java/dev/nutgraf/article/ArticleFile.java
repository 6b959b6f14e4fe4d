package dev.nutgraf.article;

import java.util.Optional;

/**
 * A stored file: its bytes with the name and headers of the store.
 *
 * @param name the file name or object key; only its extension is used, as the last hint of format
 * @param bytes the stored bytes, not copied; callers must not change them
 * @param contentType the declared media type, with or without a charset
 * @param contentEncoding the declared content coding, such as {@code gzip}
 */
@SuppressWarnings("ArrayRecordComponent") // up to 50 MB: handed over, never compared or copied
public record ArticleFile(
    String name, byte[] bytes, Optional<String> contentType, Optional<String> contentEncoding) {

  /** Creates a file without declared content type and encoding. */
  public static ArticleFile of(String name, byte[] bytes) {
    return new ArticleFile(name, bytes, Optional.empty(), Optional.empty());
  }
}
