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

  /** Refuses a read that the conditions rule out: 412, or 304 for what the client has already. */
  void checkRead(LocalObject object) {
    if (ifMatch.isPresent() && !matches(ifMatch.get(), object)) {
      throw S3Exception.preconditionFailed();
    }
    if (ifNoneMatch.isPresent() && matches(ifNoneMatch.get(), object)) {
      throw new S3Exception(304, "NotModified", "Not Modified");
    }
  }

  /** Refuses a write over the present object, if any: 412, or 404 where one must be there. */
  void checkWrite(Optional<LocalObject> present) {
    if (ifNoneMatch.isPresent()) {
      if (!ifNoneMatch.get().equals("*")) {
        throw S3Exception.notImplemented("A write takes no If-None-Match but *.");
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
