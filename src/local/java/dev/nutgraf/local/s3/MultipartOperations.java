package dev.nutgraf.local.s3;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The operations that upload an object in parts. Checksums of parts are verified; a checksum of the
 * whole object isn't.
 */
final class MultipartOperations {

  private final Function<String, LocalBucket> buckets;

  MultipartOperations(Function<String, LocalBucket> buckets) {
    this.buckets = buckets;
  }

  S3Response create(S3Request request) {
    String id = UUID.randomUUID().toString();
    bucket(request)
        .begin(new MultipartUpload(id, request.key(), ObjectOperations.metadata(request)));
    return S3Response.xml(
        200,
        Xml.document(
            "InitiateMultipartUploadResult",
            Xml.NAMESPACE,
            x ->
                x.text("Bucket", request.call().bucket())
                    .text("Key", request.key())
                    .text("UploadId", id)));
  }

  S3Response uploadPart(S3Request request) {
    Map<String, String> checksums = Checksums.verify(request.headers(), request.body());
    MultipartUpload.Part part = upload(request).add(partNumber(request), request.body());
    return S3Response.empty(200).with("ETag", '"' + part.eTag() + '"').with(checksums);
  }

  S3Response uploadPartCopy(S3Request request) {
    LocalBucket bucket = bucket(request);
    byte[] source = CopySource.of(request).read(buckets, request).content().bytes();
    byte[] content =
        request
            .header("x-amz-copy-source-range")
            .flatMap(range -> ByteRange.of(range, source.length))
            .map(range -> Arrays.copyOfRange(source, range.start(), range.end()))
            .orElse(source);
    MultipartUpload.Part part = upload(request).add(partNumber(request), content);
    return S3Response.xml(
        200,
        Xml.document(
            "CopyPartResult",
            Xml.NAMESPACE,
            x ->
                x.text("ETag", '"' + part.eTag() + '"')
                    .text("LastModified", bucket.now().toString())));
  }

  S3Response complete(S3Request request) {
    LocalBucket bucket = bucket(request);
    MultipartUpload upload = upload(request);
    List<MultipartUpload.Named> named =
        Xml.records(request.body(), "Part").stream().map(MultipartOperations::named).toList();
    if (named.isEmpty()) {
      throw new S3Exception(400, "MalformedXML", "You must specify at least one part");
    }
    MultipartUpload.Joined joined = upload.join(named);
    String size = String.valueOf(joined.content().length);
    if (!request.header("x-amz-mp-object-size").orElse(size).equals(size)) {
      throw S3Exception.invalidRequest("x-amz-mp-object-size isn't the size of all parts: " + size);
    }
    LocalObject object =
        new LocalObject(
            ObjectContent.of(joined.content()),
            joined.eTag(),
            bucket.now(),
            upload.headers(),
            Map.of());
    bucket.put(request.key(), object, Conditions.of(request), ObjectEvent.Type.CREATED_MULTIPART);
    bucket.end(upload);
    return S3Response.xml(
        200,
        Xml.document(
            "CompleteMultipartUploadResult",
            Xml.NAMESPACE,
            x ->
                x.text("Bucket", request.call().bucket())
                    .text("Key", request.key())
                    .text("ETag", object.eTag())));
  }

  S3Response abort(S3Request request) {
    bucket(request).end(upload(request));
    return S3Response.empty(204);
  }

  private MultipartUpload upload(S3Request request) {
    return bucket(request).upload(request.parameter("uploadId"), request.key());
  }

  private static MultipartUpload.Named named(Map<String, String> part) {
    String eTag = part.getOrDefault("ETag", "").replace("\"", "");
    return new MultipartUpload.Named(number(part.getOrDefault("PartNumber", "")), eTag);
  }

  private static int partNumber(S3Request request) {
    return number(request.parameter("partNumber"));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw S3Exception.invalidArgument("Part number must be an integer between 1 and 10000.");
    }
  }

  private LocalBucket bucket(S3Request request) {
    return buckets.apply(request.call().bucket());
  }
}
