package dev.nutgraf.s3;

import dev.nutgraf.summary.Document;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.InvalidObjectStateException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A bucket accessed through the AWS SDK, with the SDK's own retries. Every operation throws {@link
 * S3RequestException} if S3 refuses the request or doesn't answer.
 */
public final class S3Bucket implements Bucket {
  private final S3Client s3;
  private final String name;
  private final String endpoint;
  private final boolean verifiesChecksums;
  private final Supplier<Duration> timeLimit;

  /**
   * Wraps a bucket.
   *
   * @param endpoint the endpoint as messages name it
   * @param verifiesChecksums whether to ask for the checksum of an object that is read
   * @param timeLimit returns the longest time that the next request may take, with all its retries;
   *     if it throws, no request is sent
   */
  public S3Bucket(
      S3Client s3,
      String name,
      String endpoint,
      boolean verifiesChecksums,
      Supplier<Duration> timeLimit) {
    this.s3 = s3;
    this.name = name;
    this.endpoint = endpoint;
    this.verifiesChecksums = verifiesChecksums;
    this.timeLimit = timeLimit;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<StoredObject> head(String key) {
    try {
      return Optional.of(
          storedObject(
              s3.headObject(r -> r.bucket(name).key(key).overrideConfiguration(limited()))));
    } catch (S3Exception e) {
      // A response to HEAD has no body, so there is no error code beside the status.
      if (e.statusCode() == 404) {
        return Optional.empty();
      }
      throw failed("HEAD", key, e);
    } catch (SdkException e) {
      throw failed("HEAD", key, e);
    }
  }

  @Override
  public GetResult get(String key, Predicate<StoredObject> wanted) {
    try {
      return s3.getObject(
          r -> {
            r.bucket(name).key(key).overrideConfiguration(limited());
            if (verifiesChecksums) {
              r.checksumMode(ChecksumMode.ENABLED);
            }
          },
          (response, body) -> readBody(response, body, wanted));
    } catch (InvalidObjectStateException e) {
      return new GetResult.Archived();
    } catch (S3Exception e) {
      if (isAbsent(e)) {
        return new GetResult.Absent();
      }
      throw failed("GET", key, e);
    } catch (SdkException e) {
      throw failed("GET", key, e);
    }
  }

  private static GetResult readBody(
      GetObjectResponse response, AbortableInputStream body, Predicate<StoredObject> wanted)
      throws IOException {
    StoredObject object = storedObject(response);
    if (!wanted.test(object)) {
      body.abort();
      return new GetResult.Unread(object);
    }
    try {
      byte[] bytes = body.readNBytes(Math.toIntExact(object.size()));
      // Reading past the end also makes the SDK verify the checksum.
      if (bytes.length < object.size() || body.read() >= 0) {
        throw RetryableException.create(
            "The body of the response doesn't have the %d bytes of its Content-Length."
                .formatted(object.size()));
      }
      return new GetResult.Content(object, bytes);
    } catch (IOException e) {
      throw RetryableException.create("The body of the response ended early.", e);
    }
  }

  @Override
  public WriteResult putIfAbsent(String key, Document document, Map<String, String> metadata) {
    return put(putRequest(key, document, metadata).ifNoneMatch("*").build(), document);
  }

  @Override
  public WriteResult putIfMatch(
      String key, Document document, Map<String, String> metadata, String eTag) {
    return put(putRequest(key, document, metadata).ifMatch(quoted(eTag)).build(), document);
  }

  private PutObjectRequest.Builder putRequest(
      String key, Document document, Map<String, String> metadata) {
    return PutObjectRequest.builder()
        .bucket(name)
        .key(key)
        .contentType(document.kind().contentType())
        .metadata(metadata)
        .overrideConfiguration(limited());
  }

  private AwsRequestOverrideConfiguration limited() {
    return AwsRequestOverrideConfiguration.builder().apiCallTimeout(timeLimit.get()).build();
  }

  private WriteResult put(PutObjectRequest request, Document document) {
    byte[] bytes = document.bytes();
    return conditional(
        "PUT",
        request.key(),
        () -> {
          PutObjectResponse response =
              s3.putObject(
                  request,
                  RequestBody.fromContentProvider(
                      () -> new ByteArrayInputStream(bytes),
                      bytes.length,
                      document.kind().contentType()));
          // Some stores and proxies answer a failed upload with 200 and an error in the body.
          if (response.eTag() == null) {
            throw new InvalidAnswerException("S3 answered 200 without an ETag.");
          }
        });
  }

  @Override
  public WriteResult deleteIfMatch(String key, String eTag) {
    return conditional(
        "DELETE",
        key,
        () ->
            s3.deleteObject(
                r ->
                    r.bucket(name)
                        .key(key)
                        .ifMatch(quoted(eTag))
                        .overrideConfiguration(limited())));
  }

  private WriteResult conditional(String operation, String key, Runnable write) {
    try {
      write.run();
      return WriteResult.DONE;
    } catch (S3Exception e) {
      if (e.statusCode() == 412 || e.statusCode() == 409 || isAbsent(e)) {
        return WriteResult.PRECONDITION_FAILED;
      }
      throw failed(operation, key, e);
    } catch (SdkException e) {
      throw failed(operation, key, e);
    }
  }

  private S3RequestException failed(String operation, String key, SdkException cause) {
    return new S3RequestException(operation, name, key, endpoint, cause);
  }

  private static boolean isAbsent(S3Exception e) {
    return e.statusCode() == 404
        && (e.awsErrorDetails() == null || !"NoSuchBucket".equals(e.awsErrorDetails().errorCode()));
  }

  private static StoredObject storedObject(HeadObjectResponse response) {
    return storedObject(
        response.eTag(),
        response.contentLength(),
        response.lastModified(),
        response.versionId(),
        response.contentType(),
        response.contentEncoding(),
        response.metadata());
  }

  private static StoredObject storedObject(GetObjectResponse response) {
    return storedObject(
        response.eTag(),
        response.contentLength(),
        response.lastModified(),
        response.versionId(),
        response.contentType(),
        response.contentEncoding(),
        response.metadata());
  }

  private static StoredObject storedObject(
      @Nullable String eTag,
      @Nullable Long size,
      @Nullable Instant lastModified,
      @Nullable String versionId,
      @Nullable String contentType,
      @Nullable String contentEncoding,
      Map<String, String> metadata) {
    if (eTag == null || size == null || lastModified == null) {
      throw new InvalidAnswerException("The response lacks ETag, Content-Length or Last-Modified.");
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
