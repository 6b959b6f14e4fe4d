package dev.nutgraf.local.s3;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The S3 operations of {@link LocalS3}; any other request is {@code NotImplemented}. */
public enum S3Operation {
  /** Lists all buckets by name. */
  LIST_BUCKETS(),
  /** Creates an empty bucket. */
  CREATE_BUCKET(),
  /** Checks that a bucket exists. */
  HEAD_BUCKET(),
  /** Removes an empty bucket. */
  DELETE_BUCKET(),
  /** Lists one page of a bucket's objects. */
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
  /** Writes a copy of an object. */
  COPY_OBJECT(),
  /** Reads an object. */
  GET_OBJECT(),
  /** Reads an object's metadata. */
  HEAD_OBJECT(),
  /** Removes an object. */
  DELETE_OBJECT(),
  /** Starts an upload in parts. */
  CREATE_MULTIPART_UPLOAD("uploads"),
  /** Writes one part. */
  UPLOAD_PART("partnumber", "uploadid"),
  /** Writes one part as a copy of an object. */
  UPLOAD_PART_COPY("partnumber", "uploadid"),
  /** Joins the parts into an object. */
  COMPLETE_MULTIPART_UPLOAD("uploadid"),
  /** Deletes the parts. */
  ABORT_MULTIPART_UPLOAD("uploadid");

  /** Allowed in any query, besides x-amz-...: the operation's name and a signature. */
  private static final Set<String> IN_ANY_QUERY =
      Set.of("x-id", "awsaccesskeyid", "signature", "expires");

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> parameters;

  S3Operation(String... parameters) {
    this.parameters = Set.of(parameters);
  }

  /** Returns the operation of a request; empty if it is another or has an unknown parameter. */
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
