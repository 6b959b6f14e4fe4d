package dev.nutgraf.local.s3;

/** An error response of S3. */
final class S3Exception extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  S3Exception(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static S3Exception noSuchKey() {
    return new S3Exception(404, "NoSuchKey", "The specified key does not exist.");
  }

  static S3Exception preconditionFailed() {
    return new S3Exception(
        412, "PreconditionFailed", "At least one of the preconditions you specified did not hold.");
  }

  static S3Exception invalidArgument(String message) {
    return new S3Exception(400, "InvalidArgument", message);
  }

  static S3Exception invalidRequest(String message) {
    return new S3Exception(400, "InvalidRequest", message);
  }

  static S3Exception notImplemented(String message) {
    return new S3Exception(501, "NotImplemented", message);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  S3Response response() {
    if (status == 304) {
      return S3Response.empty(304);
    }
    String message = String.valueOf(getMessage());
    return S3Response.xml(
        status, Xml.document("Error", "", x -> x.text("Code", code).text("Message", message)));
  }
}
