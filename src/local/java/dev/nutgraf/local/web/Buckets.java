package dev.nutgraf.local.web;

import dev.nutgraf.s3.OutputKeys;
import dev.nutgraf.summary.Document;
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

/**
 * Both buckets of a deployment.
 *
 * @param s3 the client
 * @param articles the name of the article bucket
 * @param summaries the name of the summary bucket
 */
record Buckets(S3Client s3, String articles, String summaries) {
  private static final String SENTENCES = "summary-sentences";
  private static final OutputKeys OUTPUTS = new OutputKeys("");

  /** Puts an article; without a number of sentences, the function's default applies. */
  void put(
      String key,
      InputStream content,
      long length,
      Optional<String> contentType,
      Optional<String> sentences) {
    s3.putObject(
        put -> {
          put.bucket(articles).key(key);
          contentType.ifPresent(put::contentType);
          sentences.ifPresent(number -> put.metadata(Map.of(SENTENCES, number)));
        },
        RequestBody.fromInputStream(content, length));
  }

  /** Sets an article's number of sentences, by copying it onto itself. */
  void setSentences(String key, String sentences) {
    HeadObjectResponse article = s3.headObject(head -> head.bucket(articles).key(key));
    Map<String, String> metadata = new LinkedHashMap<>(article.metadata());
    metadata.put(SENTENCES, sentences);
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
