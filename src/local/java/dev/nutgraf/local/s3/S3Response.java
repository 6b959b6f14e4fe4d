package dev.nutgraf.local.s3;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response. That to a HEAD has the body too; only its length is sent.
 *
 * @param status the HTTP status
 * @param headers the headers, without Content-Length
 * @param body the body; may be empty
 */
record S3Response(int status, Map<String, String> headers, ObjectContent body) {

  static S3Response empty(int status) {
    return new S3Response(status, Map.of(), ObjectContent.EMPTY);
  }

  static S3Response xml(int status, byte[] document) {
    return new S3Response(
        status, Map.of("Content-Type", "application/xml"), ObjectContent.of(document));
  }

  S3Response with(String name, String value) {
    return with(Map.of(name, value));
  }

  S3Response with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new S3Response(status, all, body);
  }
}
