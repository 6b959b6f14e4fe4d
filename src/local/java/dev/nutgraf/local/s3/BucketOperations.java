package dev.nutgraf.local.s3;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The operations on the service and on buckets. */
final class BucketOperations {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final int MAX_KEYS = 1000;

  private final NavigableMap<String, LocalBucket> buckets = new ConcurrentSkipListMap<>();
  private final Function<String, LocalBucket> newBucket;

  BucketOperations(Function<String, LocalBucket> newBucket) {
    this.newBucket = newBucket;
  }

  LocalBucket bucket(String name) {
    LocalBucket bucket = buckets.get(name);
    if (bucket == null) {
      throw new S3Exception(404, "NoSuchBucket", "The specified bucket does not exist");
    }
    return bucket;
  }

  void create(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new S3Exception(400, "InvalidBucketName", "The specified bucket is not valid.");
    }
    if (buckets.putIfAbsent(name, newBucket.apply(name)) != null) {
      throw new S3Exception(
          409,
          "BucketAlreadyOwnedByYou",
          "Your previous request to create the named bucket succeeded and you already own it.");
    }
  }

  S3Response createBucket(S3Request request) {
    create(request.call().bucket());
    return S3Response.empty(200).with("Location", "/" + request.call().bucket());
  }

  S3Response deleteBucket(S3Request request) {
    if (!bucket(request.call().bucket()).isEmpty()) {
      throw new S3Exception(409, "BucketNotEmpty", "The bucket you tried to delete is not empty");
    }
    buckets.remove(request.call().bucket());
    return S3Response.empty(204);
  }

  S3Response headBucket(S3Request request) {
    bucket(request.call().bucket());
    return S3Response.empty(200).with("x-amz-bucket-region", "us-east-1");
  }

  S3Response listBuckets() {
    return S3Response.xml(
        200,
        Xml.document(
            "ListAllMyBucketsResult",
            Xml.NAMESPACE,
            x ->
                x.element(
                    "Buckets",
                    list ->
                        buckets.forEach(
                            (name, bucket) ->
                                list.element(
                                    "Bucket",
                                    b ->
                                        b.text("Name", name)
                                            .text("CreationDate", bucket.created().toString()))))));
  }

  S3Response listObjects(S3Request request) {
    Optional<String> token = Optional.ofNullable(request.query().get("continuation-token"));
    ListQuery query =
        new ListQuery(
            request.parameter("prefix"),
            request.parameter("delimiter"),
            request.parameter("start-after"),
            token,
            maxKeys(request));
    boolean asUrl = encodesAsUrl(request);
    ListQuery.Page page = bucket(request.call().bucket()).list(query);
    return S3Response.xml(
        200,
        Xml.document(
            "ListBucketResult",
            Xml.NAMESPACE,
            x -> {
              x.text("Name", request.call().bucket());
              x.text("Prefix", encode(query.prefix(), asUrl));
              if (!query.delimiter().isEmpty()) {
                x.text("Delimiter", encode(query.delimiter(), asUrl));
              }
              if (!query.startAfter().isEmpty()) {
                x.text("StartAfter", encode(query.startAfter(), asUrl));
              }
              x.text("MaxKeys", String.valueOf(query.maxKeys()));
              x.text("KeyCount", String.valueOf(page.size()));
              x.text("IsTruncated", String.valueOf(page.nextToken().isPresent()));
              if (asUrl) {
                x.text("EncodingType", "url");
              }
              token.ifPresent(value -> x.text("ContinuationToken", value));
              page.nextToken().ifPresent(value -> x.text("NextContinuationToken", value));
              page.objects().forEach(entry -> contents(x, entry, asUrl));
              for (String prefix : page.commonPrefixes()) {
                x.element("CommonPrefixes", p -> p.text("Prefix", encode(prefix, asUrl)));
              }
            }));
  }

  S3Response deleteObjects(S3Request request) {
    Checksums.verify(request.headers(), request.body());
    LocalBucket bucket = bucket(request.call().bucket());
    List<Map<String, String>> objects = Xml.records(request.body(), "Object");
    if (objects.isEmpty() || objects.size() > MAX_KEYS) {
      throw new S3Exception(400, "MalformedXML", "Between 1 and 1,000 objects can be deleted.");
    }
    boolean quiet =
        Xml.records(request.body(), "Delete").stream()
            .anyMatch(delete -> "true".equals(delete.get("Quiet")));
    return S3Response.xml(
        200,
        Xml.document(
            "DeleteResult",
            Xml.NAMESPACE,
            x -> objects.forEach(object -> delete(bucket, object, quiet, x))));
  }

  private static void delete(LocalBucket bucket, Map<String, String> object, boolean quiet, Xml x) {
    String key = object.getOrDefault("Key", "");
    try {
      bucket.delete(key, new Conditions(Optional.ofNullable(object.get("ETag")), Optional.empty()));
      if (!quiet) {
        x.element("Deleted", deleted -> deleted.text("Key", key));
      }
    } catch (S3Exception e) {
      x.element(
          "Error",
          error ->
              error
                  .text("Key", key)
                  .text("Code", e.code())
                  .text("Message", String.valueOf(e.getMessage())));
    }
  }

  private static void contents(Xml x, Map.Entry<String, LocalObject> entry, boolean asUrl) {
    LocalObject object = entry.getValue();
    x.element(
        "Contents",
        c ->
            c.text("Key", encode(entry.getKey(), asUrl))
                .text("LastModified", object.listedTime())
                .text("ETag", object.eTag())
                .text("Size", String.valueOf(object.content().size()))
                .text("StorageClass", "STANDARD"));
  }

  private static int maxKeys(S3Request request) {
    String value = request.query().getOrDefault("max-keys", String.valueOf(MAX_KEYS));
    try {
      int count = Integer.parseInt(value);
      if (count >= 0) {
        return Math.min(count, MAX_KEYS);
      }
    } catch (NumberFormatException e) {
      // handled below, like a negative number
    }
    throw S3Exception.invalidArgument("max-keys must be a number from 0: " + value);
  }

  private static boolean encodesAsUrl(S3Request request) {
    String type = request.parameter("encoding-type");
    if (!type.isEmpty() && !type.equals("url")) {
      throw S3Exception.invalidArgument("Invalid Encoding Method specified in Request");
    }
    return !type.isEmpty();
  }

  private static String encode(String text, boolean asUrl) {
    return asUrl ? S3Request.encode(text) : text;
  }
}
