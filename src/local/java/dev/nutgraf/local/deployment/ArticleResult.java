package dev.nutgraf.local.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nutgraf.local.s3.LocalS3;
import dev.nutgraf.summary.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The outputs that the function wrote for an article.
 *
 * @param key the article's key
 * @param document the metadata document
 */
public record ArticleResult(String key, JsonNode document) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A notice of a document: why it is rejected, or a warning. */
  public record Notice(String code, String message) {
    private static Notice of(JsonNode notice) {
      return new Notice(notice.path("code").asText(), notice.path("message").asText());
    }
  }

  /**
   * Reads the result of an article.
   *
   * @throws software.amazon.awssdk.services.s3.model.NoSuchKeyException if there is none
   */
  public static ArticleResult read(LocalDeployment deployment, String key) throws IOException {
    byte[] document =
        deployment
            .s3()
            .getObjectAsBytes(
                get ->
                    get.bucket(LocalDeployment.SUMMARIES)
                        .key(key + Document.Kind.METADATA.suffix()))
            .asByteArray();
    return new ArticleResult(key, JSON.readTree(document));
  }

  /** The status: {@code summarized}, {@code short} or {@code rejected}. */
  public String status() {
    return document.path("status").asText();
  }

  /** Why the article is rejected; empty if it isn't. */
  public Optional<Notice> rejection() {
    return document.has("error") ? Optional.of(Notice.of(document.get("error"))) : Optional.empty();
  }

  /** The warnings of the document. */
  public List<Notice> warnings() {
    List<Notice> warnings = new ArrayList<>();
    document.path("warnings").forEach(warning -> warnings.add(Notice.of(warning)));
    return warnings;
  }

  /**
   * Returns where the files of an article's outputs are: one pattern for all, or, if a key can't be
   * the name of a file, the path of each output and its kind.
   */
  public static List<String> places(LocalS3 server, String key) {
    List<String> paths = new ArrayList<>();
    String pattern = "";
    boolean named = true;
    for (Document.Kind kind : Document.Kind.values()) {
      Optional<Path> file = server.mirrored(LocalDeployment.SUMMARIES, key + kind.suffix());
      if (file.isPresent()) {
        String path = file.get().toString();
        named &= path.endsWith(kind.suffix());
        pattern = path.substring(0, path.length() - kind.suffix().length()) + ".*";
        paths.add(path + " (" + kind.suffix().substring(1) + ")");
      }
    }
    return named && !paths.isEmpty() ? List.of(pattern) : paths;
  }
}
