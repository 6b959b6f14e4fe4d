package dev.nutgraf.local.s3;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The operations on single objects. */
final class ObjectOperations {

  private static final String USER_METADATA = "x-amz-meta-";
  private static final int MAX_USER_METADATA = 2048;
  private static final Set<String> SYSTEM_METADATA =
      Set.of(
          "content-type",
          "content-encoding",
          "content-disposition",
          "content-language",
          "cache-control",
          "expires");

  private final Function<String, LocalBucket> buckets;

  ObjectOperations(Function<String, LocalBucket> buckets) {
    this.buckets = buckets;
  }

  S3Response put(S3Request request) {
    LocalBucket bucket = bucket(request);
    LocalObject object =
        new LocalObject(
            ObjectContent.of(request.body()),
            '"' + Checksums.md5Hex(request.body()) + '"',
            bucket.now(),
            metadata(request),
            Checksums.verify(request.headers(), request.body()));
    bucket.put(request.key(), object, Conditions.of(request), ObjectEvent.Type.CREATED_PUT);
    return S3Response.empty(200).with("ETag", object.eTag()).with(object.checksums());
  }

  S3Response copy(S3Request request) {
    LocalBucket bucket = bucket(request);
    CopySource source = CopySource.of(request);
    LocalObject original = source.read(buckets, request);
    boolean replaces = request.header("x-amz-metadata-directive").orElse("COPY").equals("REPLACE");
    if (!replaces
        && source.key().equals(request.key())
        && source.bucket().equals(request.call().bucket())) {
      throw S3Exception.invalidRequest(
          "This copy request is illegal because it is trying to copy an object to itself without"
              + " changing the object's metadata.");
    }
    LocalObject object =
        new LocalObject(
            original.content(),
            '"' + Checksums.md5Hex(original.content().bytes()) + '"',
            bucket.now(),
            replaces ? metadata(request) : original.headers(),
            original.checksums());
    bucket.put(request.key(), object, Conditions.of(request), ObjectEvent.Type.CREATED_COPY);
    return S3Response.xml(
        200,
        Xml.document(
            "CopyObjectResult",
            Xml.NAMESPACE,
            x -> x.text("ETag", object.eTag()).text("LastModified", object.listedTime())));
  }

  /** Handles GET and HEAD; the body of a HEAD is not sent. */
  S3Response get(S3Request request) {
    LocalObject object = bucket(request).get(request.key());
    Conditions.of(request).checkRead(object);
    int size = object.content().size();
    return request
        .header("range")
        .flatMap(header -> ByteRange.of(header, size))
        .map(range -> part(object, range))
        .orElseGet(() -> whole(object, request))
        .with(object.headers())
        .with("ETag", object.eTag())
        .with("Last-Modified", object.httpTime())
        .with("Accept-Ranges", "bytes");
  }

  private static S3Response part(LocalObject object, ByteRange range) {
    byte[] content = object.content().bytes(range.start(), range.end());
    return new S3Response(
        206,
        Map.of("Content-Range", range.contentRange(object.content().size())),
        ObjectContent.of(content));
  }

  private static S3Response whole(LocalObject object, S3Request request) {
    boolean checked = request.header("x-amz-checksum-mode").orElse("").equalsIgnoreCase("ENABLED");
    return new S3Response(200, checked ? object.checksums() : Map.of(), object.content());
  }

  S3Response delete(S3Request request) {
    bucket(request).delete(request.key(), Conditions.of(request));
    return S3Response.empty(204);
  }

  /** Returns the metadata that a request sets. */
  static Map<String, String> metadata(S3Request request) {
    Map<String, String> metadata = new TreeMap<>();
    int userBytes = 0;
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      if (header.getKey().startsWith(USER_METADATA)) {
        userBytes += header.getKey().length() - USER_METADATA.length() + header.getValue().length();
        metadata.put(header.getKey(), header.getValue());
      } else if (SYSTEM_METADATA.contains(header.getKey())) {
        metadata.put(header.getKey(), header.getValue());
      }
    }
    if (userBytes > MAX_USER_METADATA) {
      throw new S3Exception(
          400,
          "MetadataTooLarge",
          "Your metadata headers exceed the maximum allowed metadata size");
    }
    metadata.computeIfPresent("content-encoding", (name, value) -> AwsChunked.withoutCoding(value));
    metadata.putIfAbsent("content-type", "binary/octet-stream");
    return Map.copyOf(metadata);
  }

  private LocalBucket bucket(S3Request request) {
    return buckets.apply(request.call().bucket());
  }
}
