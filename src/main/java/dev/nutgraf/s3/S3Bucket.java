package dev.nutgraf.s3;

import dev.nutgraf.summary.Document;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.InvalidObjectStateException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket behind the AWS SDK, whose own retries stay on. */
public final class S3Bucket implements Bucket {
  private final S3Client s3;
  private final String name;

  /** The bucket of the given name. */
  public S3Bucket(S3Client s3, String name) {
    this.s3 = s3;
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<StoredObject> head(String key) {
    try {
      return Optional.of(stored(s3.headObject(r -> r.bucket(name).key(key))));
    } catch (S3Exception e) {
      // Answers to HEAD have no body: the status is all there is to tell.
      if (e.statusCode() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public GetResult get(String key, long limit) {
    try {
      return s3.getObject(
          r -> r.bucket(name).key(key).checksumMode(ChecksumMode.ENABLED),
          (response, body) -> receive(response, body, limit));
    } catch (InvalidObjectStateException e) {
      return new GetResult.Archived();
    } catch (S3Exception e) {
      if (isAbsent(e)) {
        return new GetResult.Absent();
      }
      throw e;
    }
  }

  private static GetResult receive(
      GetObjectResponse response, AbortableInputStream body, long limit) throws IOException {
    StoredObject object = stored(response);
    if (object.size() > limit) {
      body.abort();
      return new GetResult.TooLarge(object);
    }
    try {
      byte[] bytes = body.readNBytes(Math.toIntExact(object.size()));
      // The read past the end also makes the SDK compare its checksum.
      if (bytes.length < object.size() || body.read() >= 0) {
        throw RetryableException.create(
            "The body does not have the " + object.size() + " bytes that its header says.");
      }
      return new GetResult.Content(object, bytes);
    } catch (IOException e) {
      throw RetryableException.create("The body broke off.", e);
    }
  }

  @Override
  public WriteResult putIfAbsent(String key, Document document, Map<String, String> metadata) {
    return put(request(key, document, metadata).ifNoneMatch("*").build(), document);
  }

  @Override
  public WriteResult putIfMatch(
      String key, Document document, Map<String, String> metadata, String eTag) {
    return put(request(key, document, metadata).ifMatch(quoted(eTag)).build(), document);
  }

  private PutObjectRequest.Builder request(
      String key, Document document, Map<String, String> metadata) {
    return PutObjectRequest.builder()
        .bucket(name)
        .key(key)
        .contentType(document.kind().contentType())
        .metadata(metadata);
  }

  private WriteResult put(PutObjectRequest request, Document document) {
    byte[] bytes = document.bytes();
    return conditional(
        () ->
            s3.putObject(
                request,
                RequestBody.fromContentProvider(
                    () -> new ByteArrayInputStream(bytes),
                    bytes.length,
                    document.kind().contentType())));
  }

  @Override
  public WriteResult deleteIfMatch(String key, String eTag) {
    return conditional(() -> s3.deleteObject(r -> r.bucket(name).key(key).ifMatch(quoted(eTag))));
  }

  private static WriteResult conditional(Runnable write) {
    try {
      write.run();
      return WriteResult.DONE;
    } catch (S3Exception e) {
      if (e.statusCode() == 412 || e.statusCode() == 409 || isAbsent(e)) {
        return WriteResult.PRECONDITION_FAILED;
      }
      throw e;
    }
  }

  private static boolean isAbsent(S3Exception e) {
    return e.statusCode() == 404
        && (e.awsErrorDetails() == null || !"NoSuchBucket".equals(e.awsErrorDetails().errorCode()));
  }

  private static StoredObject stored(HeadObjectResponse response) {
    return stored(
        response.eTag(),
        response.contentLength(),
        response.lastModified(),
        response.versionId(),
        response.contentType(),
        response.contentEncoding(),
        response.metadata());
  }

  private static StoredObject stored(GetObjectResponse response) {
    return stored(
        response.eTag(),
        response.contentLength(),
        response.lastModified(),
        response.versionId(),
        response.contentType(),
        response.contentEncoding(),
        response.metadata());
  }

  private static StoredObject stored(
      @Nullable String eTag,
      @Nullable Long size,
      @Nullable Instant lastModified,
      @Nullable String versionId,
      @Nullable String contentType,
      @Nullable String contentEncoding,
      Map<String, String> metadata) {
    if (eTag == null || size == null || lastModified == null) {
      throw RetryableException.create(
          "The answer lacks one of ETag, Content-Length, Last-Modified.");
    }
    return new StoredObject(
        eTag.replace("\"", ""),
        size,
        lastModified,
        Optional.ofNullable(versionId),
        Optional.ofNullable(contentType),
        Optional.ofNullable(contentEncoding),
        metadata);
  }

  private static String quoted(String eTag) {
    return '"' + eTag + '"';
  }
}
