package dev.nutgraf.local.s3;

import java.util.Optional;

/**
 * The preconditions of a request.
 *
 * @param ifMatch the ETag that the object must have, or {@code *} for any
 * @param ifNoneMatch the ETag that the object must not have, or {@code *} for any
 */
record Conditions(Optional<String> ifMatch, Optional<String> ifNoneMatch) {

  static final Conditions NONE = new Conditions(Optional.empty(), Optional.empty());

  static Conditions of(S3Request request) {
    return new Conditions(request.header("if-match"), request.header("if-none-match"));
  }

  static Conditions ofCopySource(S3Request request) {
    return new Conditions(
        request.header("x-amz-copy-source-if-match"),
        request.header("x-amz-copy-source-if-none-match"));
  }

  /** Rejects a read whose conditions fail: 412, or 304 if the client has the object. */
  void checkRead(LocalObject object) {
    if (ifMatch.isPresent() && !matches(ifMatch.get(), object)) {
      throw S3Exception.preconditionFailed();
    }
    if (ifNoneMatch.isPresent() && matches(ifNoneMatch.get(), object)) {
      throw new S3Exception(304, "NotModified", "Not Modified");
    }
  }

  /** Rejects a write whose conditions fail: 412, or 404 if the object must exist. */
  void checkWrite(Optional<LocalObject> present) {
    if (ifNoneMatch.isPresent()) {
      if (!ifNoneMatch.get().equals("*")) {
        throw S3Exception.notImplemented("A write supports If-None-Match: * only.");
      }
      if (present.isPresent()) {
        throw S3Exception.preconditionFailed();
      }
    }
    if (ifMatch.isPresent()
        && !matches(ifMatch.get(), present.orElseThrow(S3Exception::noSuchKey))) {
      throw S3Exception.preconditionFailed();
    }
  }

  private static boolean matches(String condition, LocalObject object) {
    return condition.equals("*")
        || condition.equals(object.eTag())
        || condition.equals(object.plainETag());
  }
}
