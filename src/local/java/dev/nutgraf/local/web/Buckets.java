package dev.nutgraf.local.web;

import dev.nutgraf.s3.OutputKeys;
import dev.nutgraf.summary.Document;
import dev.nutgraf.summary.LengthSetting;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Both buckets of a deployment.
 *
 * @param s3 the client
 * @param articles the name of the article bucket
 * @param summaries the name of the summary bucket
 */
record Buckets(S3Client s3, String articles, String summaries) {
  private static final OutputKeys OUTPUTS = new OutputKeys("");

  /**
   * Puts an article; the function's default applies to what its length leaves out.
   *
   * @param replace whether it may overwrite another article of this key
   * @throws S3Exception with status 412 if it may not, and there is one
   */
  void put(
      String key,
      InputStream content,
      long size,
      Optional<String> contentType,
      Map<LengthSetting, String> length,
      boolean replace) {
    s3.putObject(
        put -> {
          put.bucket(articles).key(key);
          if (!replace) {
            put.ifNoneMatch("*");
          }
          contentType.ifPresent(put::contentType);
          put.metadata(metadata(length));
        },
        RequestBody.fromInputStream(content, size));
  }

  /** Sets an article's length, by copying it onto itself. */
  void setLength(String key, Map<LengthSetting, String> length) {
    HeadObjectResponse article = s3.headObject(head -> head.bucket(articles).key(key));
    Map<String, String> metadata = new LinkedHashMap<>(article.metadata());
    metadata.putAll(metadata(length));
    s3.copyObject(
        copy ->
            copy.sourceBucket(articles)
                .sourceKey(key)
                .destinationBucket(articles)
                .destinationKey(key)
                .contentType(article.contentType())
                .contentEncoding(article.contentEncoding())
                .metadataDirective(MetadataDirective.REPLACE)
                .metadata(metadata));
  }

  private static Map<String, String> metadata(Map<LengthSetting, String> length) {
    Map<String, String> metadata = new LinkedHashMap<>();
    length.forEach((setting, value) -> metadata.put(setting.metadataName(), value));
    return metadata;
  }

  /** Deletes an article. */
  void delete(String key) {
    s3.deleteObject(delete -> delete.bucket(articles).key(key));
  }

  /** Returns one output of an article, or empty if it doesn't exist. */
  Optional<byte[]> output(String key, Document.Kind kind) {
    try {
      return Optional.of(
          s3.getObjectAsBytes(get -> get.bucket(summaries).key(OUTPUTS.of(key, kind)))
              .asByteArray());
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  /** Opens an object; the caller closes it. */
  ResponseInputStream<GetObjectResponse> object(String bucket, String key) {
    return s3.getObject(get -> get.bucket(bucket).key(key));
  }

  /** Lists a page of objects whose keys are after {@code after}. */
  ListObjectsV2Response list(String bucket, String after, int max) {
    return s3.listObjectsV2(list -> list.bucket(bucket).startAfter(after).maxKeys(max));
  }

  /** Returns the key of the article that an output key belongs to. */
  Optional<String> articleOf(String outputKey) {
    return OUTPUTS.articleOf(outputKey);
  }
}
