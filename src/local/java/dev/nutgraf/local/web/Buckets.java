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
 * Both buckets, through the SDK.
 *
 * @param s3 where they are
 * @param articles the name of the article bucket
 * @param summaries the name of the summary bucket
 */
record Buckets(S3Client s3, String articles, String summaries) {
  private static final String SENTENCES = "summary-sentences";
  private static final OutputKeys OUTPUTS = new OutputKeys("");

  /** Puts an article; its number of sentences is the function's own where none is given. */
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

  /** Gives an article another number of sentences, by a copy onto itself. */
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

  /** One output of an article, if it is there. */
  Optional<byte[]> output(String key, Document.Kind kind) {
    try {
      return Optional.of(
          s3.getObjectAsBytes(get -> get.bucket(summaries).key(OUTPUTS.of(key, kind)))
              .asByteArray());
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  /** Any object, to be read and closed by the caller. */
  ResponseInputStream<GetObjectResponse> object(String bucket, String key) {
    return s3.getObject(get -> get.bucket(bucket).key(key));
  }

  /** A page of a bucket's objects, those after a key. */
  ListObjectsV2Response list(String bucket, String after, int most) {
    return s3.listObjectsV2(list -> list.bucket(bucket).startAfter(after).maxKeys(most));
  }

  /** The article that an object of the summary bucket would belong to. */
  Optional<String> articleOf(String outputKey) {
    return OUTPUTS.articleOf(outputKey);
  }
}
