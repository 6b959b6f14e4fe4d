package dev.nutgraf.local.s3;

import java.util.function.Function;

/** The source of a copy, from the header {@code x-amz-copy-source}. */
record CopySource(String bucket, String key) {

  static CopySource of(S3Request request) {
    String header = request.header("x-amz-copy-source").orElse("");
    String path = S3Request.decode(header.startsWith("/") ? header.substring(1) : header);
    int slash = path.indexOf('/');
    if (slash < 1 || slash == path.length() - 1) {
      throw S3Exception.invalidArgument(
          "Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
    }
    return new CopySource(path.substring(0, slash), path.substring(slash + 1));
  }

  /** Returns the object if the request's conditions hold. */
  LocalObject read(Function<String, LocalBucket> buckets, S3Request request) {
    LocalObject object = buckets.apply(bucket).get(key);
    Conditions conditions = Conditions.ofCopySource(request);
    try {
      conditions.checkRead(object);
    } catch (S3Exception e) {
      // A copy fails with 412 where a read returns 304.
      throw S3Exception.preconditionFailed();
    }
    return object;
  }
}
