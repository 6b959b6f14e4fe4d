package dev.nutgraf.local.s3;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The S3 operations that {@link LocalS3} answers; any other request is {@code NotImplemented}. */
public enum S3Operation {
  /** All buckets by name. */
  LIST_BUCKETS(),
  /** A new empty bucket. */
  CREATE_BUCKET(),
  /** Whether a bucket is there. */
  HEAD_BUCKET(),
  /** Removes an empty bucket. */
  DELETE_BUCKET(),
  /** One page of a bucket's keys. */
  LIST_OBJECTS_V2(
      "list-type",
      "prefix",
      "delimiter",
      "start-after",
      "continuation-token",
      "max-keys",
      "encoding-type",
      "fetch-owner"),
  /** Removes up to 1,000 objects. */
  DELETE_OBJECTS("delete"),
  /** Writes an object. */
  PUT_OBJECT(),
  /** Writes an object from another. */
  COPY_OBJECT(),
  /** Reads an object. */
  GET_OBJECT(),
  /** Reads what is known of an object. */
  HEAD_OBJECT(),
  /** Removes an object. */
  DELETE_OBJECT(),
  /** Begins an upload in parts. */
  CREATE_MULTIPART_UPLOAD("uploads"),
  /** Writes one part. */
  UPLOAD_PART("partnumber", "uploadid"),
  /** Writes one part from an object. */
  UPLOAD_PART_COPY("partnumber", "uploadid"),
  /** Joins the parts to an object. */
  COMPLETE_MULTIPART_UPLOAD("uploadid"),
  /** Forgets the parts. */
  ABORT_MULTIPART_UPLOAD("uploadid");

  /** What may be in any query: the operation's name and, beside x-amz-..., a signature. */
  private static final Set<String> IN_ANY_QUERY =
      Set.of("x-id", "awsaccesskeyid", "signature", "expires");

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> parameters;

  S3Operation(String... parameters) {
    this.parameters = Set.of(parameters);
  }

  /**
   * The operation of a request, or nothing if it is none of these or asks for more than they do.
   */
  static Optional<S3Operation> of(
      String method, String bucket, String key, Map<String, String> query, boolean copies) {
    Optional<S3Operation> operation =
        bucket.isEmpty()
            ? onService(method)
            : key.isEmpty() ? onBucket(method, query) : onObject(method, query, copies);
    return operation.filter(found -> query.keySet().stream().allMatch(found::understands));
  }

  private boolean understands(String parameter) {
    String name = parameter.toLowerCase(Locale.ROOT);
    return name.startsWith("x-amz-") || IN_ANY_QUERY.contains(name) || parameters.contains(name);
  }

  private static Optional<S3Operation> onService(String method) {
    return method.equals("GET") ? Optional.of(LIST_BUCKETS) : Optional.empty();
  }

  private static Optional<S3Operation> onBucket(String method, Map<String, String> query) {
    return Optional.ofNullable(
        switch (method) {
          case "PUT" -> CREATE_BUCKET;
          case "HEAD" -> HEAD_BUCKET;
          case "DELETE" -> DELETE_BUCKET;
          case "GET" -> "2".equals(query.get("list-type")) ? LIST_OBJECTS_V2 : null;
          case "POST" -> query.containsKey("delete") ? DELETE_OBJECTS : null;
          default -> null;
        });
  }

  private static Optional<S3Operation> onObject(
      String method, Map<String, String> query, boolean copies) {
    boolean part = query.containsKey("uploadId");
    return Optional.ofNullable(
        switch (method) {
          case "PUT" ->
              part ? (copies ? UPLOAD_PART_COPY : UPLOAD_PART) : copies ? COPY_OBJECT : PUT_OBJECT;
          case "GET" -> GET_OBJECT;
          case "HEAD" -> HEAD_OBJECT;
          case "DELETE" -> part ? ABORT_MULTIPART_UPLOAD : DELETE_OBJECT;
          case "POST" ->
              part
                  ? COMPLETE_MULTIPART_UPLOAD
                  : query.containsKey("uploads") ? CREATE_MULTIPART_UPLOAD : null;
          default -> null;
        });
  }
}
