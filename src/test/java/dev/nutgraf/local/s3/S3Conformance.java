package dev.nutgraf.local.s3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.local.endpoint.EndpointCheck;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** What Nutgraf relies on in any S3, seen through the real SDK client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class S3Conformance {

  private static final int RACERS = 6;
  private static final int PART = 5 << 20;

  private S3Client s3 = S3Clients.client(URI.create("http://127.0.0.1"));
  private String bucket = "";

  abstract URI endpoint();

  @BeforeAll
  final void connect() {
    s3.close();
    s3 = S3Clients.client(endpoint());
  }

  @AfterAll
  final void disconnect() {
    s3.close();
  }

  @BeforeEach
  final void createBucket() {
    bucket = "conformance-" + UUID.randomUUID();
    s3.createBucket(b -> b.bucket(bucket));
  }

  @ParameterizedTest
  @EnumSource
  void passesTheChecksForUsers(EndpointCheck check) {
    assertEquals(Optional.empty(), check.run(s3, bucket, ""));
  }

  // Objects

  @Test
  void returnsTheBytesThatWerePut() {
    byte[] bytes = randomBytes(100_000);
    s3.putObject(b -> b.bucket(bucket).key("a"), RequestBody.fromBytes(bytes));
    assertArrayEquals(bytes, get("a").asByteArray());
  }

  @Test
  void keepsAnEmptyObject() {
    put("empty", "");
    assertEquals("", text("empty"));
    assertEquals(0, head("empty").contentLength());
  }

  @Test
  void replacesAnObject() {
    put("a", "old");
    put("a", "new");
    assertEquals("new", text("a"));
  }

  @Test
  void namesTheMd5OfTheContentAsETagInQuotes() {
    String eTag = put("a", "hello");
    assertEquals("\"5d41402abc4b2a76b9719d911017c592\"", eTag);
    assertEquals(eTag, head("a").eTag());
    assertEquals(eTag, get("a").response().eTag());
    assertEquals(eTag, list("").contents().get(0).eTag());
  }

  @Test
  void tellsLengthAndTimeWithoutTheContent() {
    put("a", "hello");
    HeadObjectResponse head = head("a");
    assertEquals(5, head.contentLength());
    assertEquals(head.lastModified().truncatedTo(ChronoUnit.SECONDS), head.lastModified());
    assertEquals(head.lastModified(), get("a").response().lastModified());
    assertEquals(head.lastModified(), list("a").contents().get(0).lastModified());
  }

  @Test
  void readsAnObjectOfUnknownLengthThatIsSentInChunks() {
    byte[] bytes = randomBytes(300_000);
    s3.putObject(
        b -> b.bucket(bucket).key("chunked"),
        RequestBody.fromContentProvider(
            () -> new ByteArrayInputStream(bytes), bytes.length, "text/plain"));
    assertArrayEquals(bytes, get("chunked").asByteArray());
  }

  @Test
  void hasNoKeyThatWasNotPut() {
    assertError(404, "NoSuchKey", () -> get("nothing"));
    assertThrows(NoSuchKeyException.class, () -> get("nothing"));
    assertThrows(NoSuchKeyException.class, () -> head("nothing"));
  }

  @Test
  void hasNoBucketThatWasNotCreated() {
    String none = "none-" + UUID.randomUUID();
    assertThrows(NoSuchBucketException.class, () -> s3.headBucket(b -> b.bucket(none)));
    assertError(404, "NoSuchBucket", () -> s3.getObjectAsBytes(b -> b.bucket(none).key("a")));
    assertError(
        404,
        "NoSuchBucket",
        () -> s3.putObject(b -> b.bucket(none).key("a"), RequestBody.fromString("a")));
    assertError(404, "NoSuchBucket", () -> s3.listObjectsV2(b -> b.bucket(none)));
  }

  @Test
  void readsARangeOfBytes() {
    put("a", "0123456789");
    assertEquals("234", range("a", "bytes=2-4"));
    assertEquals("789", range("a", "bytes=7-"));
    assertEquals("89", range("a", "bytes=-2"));
    assertEquals("89", range("a", "bytes=8-100"));
    assertError(416, "InvalidRange", () -> range("a", "bytes=10-"));
  }

  @Test
  void tellsWhichPartOfTheWholeARangeIs() {
    put("a", "0123456789");
    GetObjectResponse part =
        s3.getObjectAsBytes(b -> b.bucket(bucket).key("a").range("bytes=2-4")).response();
    assertEquals("bytes 2-4/10", part.contentRange());
    assertEquals(3, part.contentLength());
  }

  // Metadata

  @Test
  void forgetsTheMetadataOfAnObjectThatIsReplaced() {
    s3.putObject(
        b -> b.bucket(bucket).key("a").metadata(Map.of("k", "v")), RequestBody.fromString("text"));
    put("a", "text");
    assertEquals(Map.of(), head("a").metadata());
  }

  @Test
  void refusesMoreThanTwoKilobytesOfUserMetadata() {
    assertError(
        400,
        "MetadataTooLarge",
        () ->
            s3.putObject(
                b -> b.bucket(bucket).key("a").metadata(Map.of("k", "v".repeat(2048))),
                RequestBody.fromString("text")));
  }

  @Test
  void keepsTypeEncodingAndCacheControl() {
    s3.putObject(
        b ->
            b.bucket(bucket)
                .key("a")
                .contentType("text/html; charset=utf-8")
                .contentEncoding("gzip")
                .contentLanguage("en")
                .cacheControl("no-cache"),
        RequestBody.fromString("text"));
    HeadObjectResponse head = head("a");
    assertEquals("text/html; charset=utf-8", head.contentType());
    assertEquals("gzip", head.contentEncoding());
    assertEquals("en", head.contentLanguage());
    assertEquals("no-cache", head.cacheControl());
  }

  @Test
  void doesNotKeepTheCodingOfTheTransferAsContentEncoding() {
    put("a", "text");
    assertEquals(null, head("a").contentEncoding());
  }

  // Checksums

  @ParameterizedTest
  @EnumSource(
      value = ChecksumAlgorithm.class,
      names = {"CRC32", "CRC32_C", "SHA1", "SHA256"})
  void keepsTheChecksumItWasGiven(ChecksumAlgorithm algorithm) {
    s3.putObject(
        b -> b.bucket(bucket).key("a").checksumAlgorithm(algorithm),
        RequestBody.fromString("text"));
    GetObjectResponse response =
        s3.getObjectAsBytes(b -> b.bucket(bucket).key("a").checksumMode(ChecksumMode.ENABLED))
            .response();
    List<String> sums = new ArrayList<>();
    sums.add(response.checksumCRC32());
    sums.add(response.checksumCRC32C());
    sums.add(response.checksumSHA1());
    sums.add(response.checksumSHA256());
    sums.removeIf(sum -> sum == null);
    assertEquals(1, sums.size());
  }

  @Test
  void refusesContentThatItsMd5DoesNotFit() {
    assertError(400, "BadDigest", () -> putWith(b -> b.contentMD5(base64(new byte[16]))));
    assertError(400, "InvalidDigest", () -> putWith(b -> b.contentMD5("no digest")));
    assertThrows(NoSuchKeyException.class, () -> head("a"));
  }

  @Test
  void refusesContentThatItsChecksumDoesNotFit() {
    assertError(400, "BadDigest", () -> putWith(b -> b.checksumCRC32(base64(new byte[4]))));
    assertError(400, "BadDigest", () -> putWith(b -> b.checksumCRC32C(base64(new byte[4]))));
    assertError(400, "BadDigest", () -> putWith(b -> b.checksumCRC64NVME(base64(new byte[8]))));
    assertError(400, "BadDigest", () -> putWith(b -> b.checksumSHA1(base64(new byte[20]))));
    assertError(400, "BadDigest", () -> putWith(b -> b.checksumSHA256(base64(new byte[32]))));
    assertThrows(NoSuchKeyException.class, () -> head("a"));
  }

  @Test
  void acceptsTheCrc64NvmeOfTheContent() {
    s3.putObject(
        b -> b.bucket(bucket).key("a").checksumCRC64NVME("rosUhgp5mIg="),
        RequestBody.fromString("123456789"));
    assertEquals("123456789", text("a"));
  }

  // Conditional requests

  @Test
  void putsOnlyIfThereIsNone() {
    putWith(b -> b.ifNoneMatch("*"));
    assertError(412, "PreconditionFailed", () -> putWith(b -> b.ifNoneMatch("*")));
    delete("a");
    putWith(b -> b.ifNoneMatch("*"));
  }

  @Test
  void putsOnlyOverTheObjectThatWasSeen() {
    String seen = put("a", "1");
    putWith(b -> b.ifMatch(seen));
    assertError(412, "PreconditionFailed", () -> putWith(b -> b.ifMatch(seen)));
    assertEquals("content", text("a"));
  }

  @Test
  void doesNotPutOverAnObjectThatIsGone() {
    String seen = put("a", "1");
    delete("a");
    assertError(404, "NoSuchKey", () -> putWith(b -> b.ifMatch(seen)));
    assertThrows(NoSuchKeyException.class, () -> head("a"));
  }

  @Test
  void getsOnlyTheObjectThatWasSeen() {
    String seen = put("a", "1");
    assertEquals(
        "1", s3.getObjectAsBytes(b -> b.bucket(bucket).key("a").ifMatch(seen)).asUtf8String());
    put("a", "2");
    assertError(
        412,
        "PreconditionFailed",
        () -> s3.getObjectAsBytes(b -> b.bucket(bucket).key("a").ifMatch(seen)));
  }

  @Test
  void getsOnlyWhatIsNew() {
    String seen = put("a", "1");
    S3Exception notModified =
        assertThrows(
            S3Exception.class,
            () -> s3.getObjectAsBytes(b -> b.bucket(bucket).key("a").ifNoneMatch(seen)));
    assertEquals(304, notModified.statusCode());
    put("a", "2");
    assertEquals(
        "2", s3.getObjectAsBytes(b -> b.bucket(bucket).key("a").ifNoneMatch(seen)).asUtf8String());
  }

  @Test
  void headsOnlyTheObjectThatWasSeen() {
    String seen = put("a", "1");
    put("a", "2");
    S3Exception failed =
        assertThrows(
            S3Exception.class, () -> s3.headObject(b -> b.bucket(bucket).key("a").ifMatch(seen)));
    assertEquals(412, failed.statusCode());
  }

  @Test
  void deletesOnlyTheObjectThatWasSeen() {
    String seen = put("a", "1");
    String now = put("a", "2");
    assertError(
        412,
        "PreconditionFailed",
        () -> s3.deleteObject(b -> b.bucket(bucket).key("a").ifMatch(seen)));
    assertEquals("2", text("a"));
    s3.deleteObject(b -> b.bucket(bucket).key("a").ifMatch(now));
    assertThrows(NoSuchKeyException.class, () -> head("a"));
  }

  @Test
  void losesNoIncrementOfACounter() throws Exception {
    put("counter", "0");
    int each = 10;
    race(
        racer -> {
          for (int done = 0; done < each; ) {
            ResponseBytes<GetObjectResponse> seen = get("counter");
            int next = Integer.parseInt(seen.asUtf8String()) + 1;
            int status =
                status(
                    () ->
                        s3.putObject(
                            b -> b.bucket(bucket).key("counter").ifMatch(seen.response().eTag()),
                            RequestBody.fromString(String.valueOf(next))));
            if (status == 200) {
              done++;
            }
          }
          return 200;
        });
    assertEquals(String.valueOf(RACERS * each), text("counter"));
  }

  @Test
  void deletesAnObjectOnceHoweverManyReplaceIt() throws Exception {
    for (int i = 0; i < 20; i++) {
      String key = "key-" + i;
      String seen = put(key, "seen");
      List<Integer> outcomes =
          race(
              racer ->
                  racer % 2 == 0
                      ? status(() -> s3.deleteObject(b -> b.bucket(bucket).key(key).ifMatch(seen)))
                      : status(
                          () ->
                              s3.putObject(
                                  b -> b.bucket(bucket).key(key).ifMatch(seen),
                                  RequestBody.fromString("racer " + racer))));
      List<Integer> puts =
          IntStream.range(0, RACERS).filter(r -> r % 2 == 1).mapToObj(outcomes::get).toList();
      boolean replaced = puts.contains(200);
      assertEquals(replaced, list(key).keyCount() == 1, outcomes.toString());
    }
  }

  @Test
  void neverShowsHalfAnObject() throws Exception {
    byte[] a = new byte[200_000];
    byte[] b = new byte[200_000];
    Arrays.fill(a, (byte) 'a');
    Arrays.fill(b, (byte) 'b');
    s3.putObject(r -> r.bucket(bucket).key("k"), RequestBody.fromBytes(a));
    race(
        racer -> {
          for (int i = 0; i < 10; i++) {
            if (racer % 2 == 0) {
              s3.putObject(
                  r -> r.bucket(bucket).key("k"), RequestBody.fromBytes(i % 2 == 0 ? a : b));
            } else {
              byte[] read = get("k").asByteArray();
              assertTrue(Arrays.equals(a, read) || Arrays.equals(b, read));
            }
          }
          return 200;
        });
  }

  // Deletion

  @Test
  void deletesAnObject() {
    put("a", "1");
    delete("a");
    assertThrows(NoSuchKeyException.class, () -> head("a"));
    assertEquals(0, list("").keyCount());
  }

  @Test
  void deletesWhatIsNotThereWithoutAnError() {
    delete("nothing");
  }

  @Test
  void deletesManyObjectsAtOnce() {
    List<String> keys = List.of("a", "b c", "ü+%", "d<&>e");
    keys.forEach(key -> put(key, "1"));
    put("kept", "1");
    DeleteObjectsResponse response =
        s3.deleteObjects(b -> b.bucket(bucket).delete(d -> d.objects(identifiers(keys))));
    assertEquals(
        new TreeSet<>(keys),
        response.deleted().stream()
            .map(deleted -> deleted.key())
            .collect(Collectors.toCollection(TreeSet::new)));
    assertEquals(List.of("kept"), keys(list("")));
  }

  @Test
  void deletesManyObjectsQuietly() {
    put("a", "1");
    DeleteObjectsResponse response =
        s3.deleteObjects(
            b -> b.bucket(bucket).delete(d -> d.quiet(true).objects(identifiers(List.of("a")))));
    assertFalse(response.hasDeleted());
    assertEquals(0, list("").keyCount());
  }

  @Test
  void deletesABucketOnlyIfItIsEmpty() {
    put("a", "1");
    assertError(409, "BucketNotEmpty", () -> s3.deleteBucket(b -> b.bucket(bucket)));
    delete("a");
    s3.deleteBucket(b -> b.bucket(bucket));
    assertThrows(NoSuchBucketException.class, () -> s3.headBucket(b -> b.bucket(bucket)));
  }

  @Test
  void listsItsBuckets() {
    assertTrue(s3.listBuckets().buckets().stream().anyMatch(b -> b.name().equals(bucket)));
  }

  // Copies

  @Test
  void copiesContentAndMetadata() {
    s3.putObject(
        b -> b.bucket(bucket).key("from").contentType("text/plain").metadata(Map.of("k", "v")),
        RequestBody.fromString("text"));
    String eTag =
        s3.copyObject(
                b ->
                    b.sourceBucket(bucket)
                        .sourceKey("from")
                        .destinationBucket(bucket)
                        .destinationKey("to here+%é"))
            .copyObjectResult()
            .eTag();
    assertEquals("text", text("to here+%é"));
    assertEquals(head("from").eTag(), eTag);
    assertEquals(Map.of("k", "v"), head("to here+%é").metadata());
    assertEquals("text/plain", head("to here+%é").contentType());
  }

  @Test
  void copiesAnObjectOntoItselfWithNewMetadata() {
    put("a", "text");
    s3.copyObject(
        b ->
            b.sourceBucket(bucket)
                .sourceKey("a")
                .destinationBucket(bucket)
                .destinationKey("a")
                .metadataDirective(MetadataDirective.REPLACE)
                .contentType("text/x-new")
                .metadata(Map.of("new", "1")));
    assertEquals("text", text("a"));
    assertEquals(Map.of("new", "1"), head("a").metadata());
    assertEquals("text/x-new", head("a").contentType());
  }

  @Test
  void refusesToCopyAnObjectOntoItselfWithoutAChange() {
    put("a", "text");
    assertError(400, "InvalidRequest", () -> copy("a", "a"));
  }

  @Test
  void copiesNothingThatIsNotThere() {
    assertError(404, "NoSuchKey", () -> copy("nothing", "a"));
  }

  @Test
  void copiesOnlyTheObjectThatWasSeen() {
    String seen = put("a", "1");
    put("a", "2");
    assertError(
        412,
        "PreconditionFailed",
        () ->
            s3.copyObject(
                b ->
                    b.sourceBucket(bucket)
                        .sourceKey("a")
                        .copySourceIfMatch(seen)
                        .destinationBucket(bucket)
                        .destinationKey("b")));
  }

  // Keys

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain.txt",
        "with space.txt",
        "a+b=c&d.txt",
        "100%.txt",
        "%2F%20literal",
        "folder/",
        "a//b",
        "a///",
        "./dot",
        "a/../b",
        "..",
        "back\\slash",
        "quote\"'<&>",
        "semi;colon:at@comma,dollar$",
        "question?hash#",
        "(paren)[bracket]{brace}|^`~*!",
        "Zürich/straße.txt",
        "é composed, é decomposed",
        "日本語/記事.txt",
        "emoji-😀-👩‍👩‍👧.txt",
        "\u0130stanbul",
        "bucket/bucket"
      })
  void keepsAnyKeyAsItIs(String key) {
    put(key, key);
    assertEquals(key, text(key));
    assertEquals(List.of(key), keys(list("")));
    assertEquals(List.of(key), keys(list(key)));
    ListObjectsV2Response encoded =
        s3.listObjectsV2(b -> b.bucket(bucket).encodingType(EncodingType.URL));
    assertEquals(List.of(key), keys(encoded));
    delete(key);
    assertEquals(0, list("").keyCount());
  }

  @Test
  void keepsKeysApartThatLookAlike() {
    List<String> keys =
        List.of(
            "a", "a/", "a/b", "a//b", "A", "a b", "a+b", "a%20b", "é", "é", "/a", "a/.", "a/./b");
    keys.forEach(key -> put(key, "content of " + key));
    keys.forEach(key -> assertEquals("content of " + key, text(key)));
    assertEquals(new TreeSet<>(keys), new TreeSet<>(keys(list(""))));
  }

  @Test
  void takesKeysOf1024BytesAndNoLonger() {
    String longest = "é".repeat(512);
    put(longest, "text");
    assertEquals("text", text(longest));
    assertError(400, "KeyTooLongError", () -> put(longest + "a", "text"));
  }

  // Lists

  @Test
  void listsKeysInOrderOfTheirUtf8Bytes() {
    List<String> sorted = List.of("A", "Z", "a", "a!", "a/b", "a0", "é", "\uFF21", "😀");
    List<String> shuffled = new ArrayList<>(sorted);
    Collections.shuffle(shuffled, new Random(7));
    shuffled.forEach(key -> put(key, "1"));
    assertEquals(sorted, keys(list("")));
  }

  @Test
  void listsWhatAnObjectIs() {
    String eTag = put("a", "hello");
    S3Object listed = list("").contents().get(0);
    assertEquals("a", listed.key());
    assertEquals(5, listed.size());
    assertEquals(eTag, listed.eTag());
    assertEquals("STANDARD", listed.storageClassAsString());
  }

  @Test
  void listsOnlyKeysWithThePrefix() {
    List.of("a", "ab/c", "ab/d", "b").forEach(key -> put(key, "1"));
    assertEquals(List.of("ab/c", "ab/d"), keys(list("ab/")));
    assertEquals(List.of(), keys(list("c")));
  }

  @Test
  void listsOnlyKeysBehindAGivenOne() {
    List.of("a", "b", "c").forEach(key -> put(key, "1"));
    assertEquals(List.of("b", "c"), keys(s3.listObjectsV2(b -> b.bucket(bucket).startAfter("a"))));
    assertEquals(List.of("b", "c"), keys(s3.listObjectsV2(b -> b.bucket(bucket).startAfter("aa"))));
    assertEquals(List.of(), keys(s3.listObjectsV2(b -> b.bucket(bucket).startAfter("c"))));
  }

  @Test
  void foldsKeysThatShareWhatComesBeforeTheDelimiter() {
    List.of("a/1", "a/2", "b", "c/d/e", "c/f").forEach(key -> put(key, "1"));
    ListObjectsV2Response top = s3.listObjectsV2(b -> b.bucket(bucket).delimiter("/"));
    assertEquals(List.of("b"), keys(top));
    assertEquals(List.of("a/", "c/"), prefixes(top));
    assertEquals(3, top.keyCount());
    ListObjectsV2Response below =
        s3.listObjectsV2(b -> b.bucket(bucket).delimiter("/").prefix("c/"));
    assertEquals(List.of("c/f"), keys(below));
    assertEquals(List.of("c/d/"), prefixes(below));
  }

  @Test
  void listsAFolderMarkerWithinItsFolder() {
    List.of("a/", "a/b").forEach(key -> put(key, "1"));
    ListObjectsV2Response page =
        s3.listObjectsV2(b -> b.bucket(bucket).delimiter("/").prefix("a/"));
    assertEquals(List.of("a/", "a/b"), keys(page));
    assertEquals(List.of(), prefixes(page));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1000})
  void pagesThroughAllKeysOnce(int size) {
    List<String> keys =
        IntStream.range(0, 10).mapToObj(i -> "key %+" + i + (i % 3 == 0 ? "/" : "")).toList();
    keys.forEach(key -> put(key, "1"));
    List<String> found =
        s3.listObjectsV2Paginator(b -> b.bucket(bucket).maxKeys(size)).contents().stream()
            .map(S3Object::key)
            .toList();
    assertEquals(keys, found);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 1000})
  void pagesThroughFoldedKeysOnce(int size) {
    List.of("a/1", "a/2", "a/3", "b", "c/1", "c/2", "d", "e/1").forEach(key -> put(key, "1"));
    List<String> found = new ArrayList<>();
    s3.listObjectsV2Paginator(b -> b.bucket(bucket).delimiter("/").maxKeys(size)).stream()
        .forEach(
            page -> {
              assertTrue(page.keyCount() <= size);
              found.addAll(keys(page));
              found.addAll(prefixes(page));
            });
    assertEquals(List.of("a/", "b", "c/", "d", "e/"), found.stream().sorted().toList());
  }

  @Test
  void endsAListThatFitsThePageExactly() {
    List.of("a", "b").forEach(key -> put(key, "1"));
    ListObjectsV2Response page = s3.listObjectsV2(b -> b.bucket(bucket).maxKeys(2));
    assertEquals(2, page.keyCount());
    assertFalse(page.isTruncated());
  }

  @Test
  void refusesAContinuationTokenThatItNeverGave() {
    assertError(
        400,
        "InvalidArgument",
        () -> s3.listObjectsV2(b -> b.bucket(bucket).continuationToken("?")));
  }

  // Uploads in parts

  @Test
  void joinsTheParts() {
    byte[] first = randomBytes(PART);
    byte[] second = randomBytes(1000);
    String id = begin("big");
    CompletedPart one = part("big", id, 1, first);
    CompletedPart two = part("big", id, 2, second);
    assertThrows(NoSuchKeyException.class, () -> head("big"));
    String eTag = complete("big", id, one, two);
    assertTrue(eTag.endsWith("-2\""), eTag);
    assertEquals(eTag, head("big").eTag());
    assertEquals("text/plain", head("big").contentType());
    byte[] whole = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, whole, first.length, second.length);
    assertArrayEquals(whole, get("big").asByteArray());
  }

  @Test
  void joinsPartsThatAreCopies() {
    put("source", "0123456789");
    String id = begin("big");
    String eTag =
        s3.uploadPartCopy(
                b ->
                    b.sourceBucket(bucket)
                        .sourceKey("source")
                        .copySourceRange("bytes=2-4")
                        .destinationBucket(bucket)
                        .destinationKey("big")
                        .uploadId(id)
                        .partNumber(1))
            .copyPartResult()
            .eTag();
    complete("big", id, CompletedPart.builder().partNumber(1).eTag(eTag).build());
    assertEquals("234", text("big"));
  }

  @Test
  void joinsNoPartsThatAreNotThereOrTooSmallOrOutOfOrder() {
    String id = begin("big");
    CompletedPart one = part("big", id, 1, new byte[10]);
    CompletedPart two = part("big", id, 2, new byte[PART]);
    CompletedPart wrong = one.toBuilder().eTag("\"" + "0".repeat(32) + "\"").build();
    assertError(400, "InvalidPart", () -> complete("big", id, wrong));
    assertError(400, "EntityTooSmall", () -> complete("big", id, one, two));
    assertError(400, "InvalidPartOrder", () -> complete("big", id, two, one));
    complete("big", id, two);
    assertEquals(PART, head("big").contentLength());
  }

  @Test
  void forgetsAnAbortedUpload() {
    String id = begin("big");
    CompletedPart one = part("big", id, 1, new byte[10]);
    s3.abortMultipartUpload(b -> b.bucket(bucket).key("big").uploadId(id));
    assertError(404, "NoSuchUpload", () -> part("big", id, 2, new byte[10]));
    assertError(404, "NoSuchUpload", () -> complete("big", id, one));
    assertThrows(NoSuchKeyException.class, () -> head("big"));
  }

  @Test
  void joinsThePartsOnlyIfThereIsNoObject() {
    String id = begin("big");
    CompletedPart one = part("big", id, 1, new byte[10]);
    put("big", "other");
    assertError(
        412,
        "PreconditionFailed",
        () ->
            s3.completeMultipartUpload(
                b ->
                    b.bucket(bucket)
                        .key("big")
                        .uploadId(id)
                        .ifNoneMatch("*")
                        .multipartUpload(m -> m.parts(one))));
    assertEquals("other", text("big"));
  }

  // Shorthands

  private String put(String key, String text) {
    return s3.putObject(b -> b.bucket(bucket).key(key), RequestBody.fromString(text)).eTag();
  }

  private void putWith(Consumer<PutObjectRequest.Builder> more) {
    s3.putObject(b -> more.accept(b.bucket(bucket).key("a")), RequestBody.fromString("content"));
  }

  private ResponseBytes<GetObjectResponse> get(String key) {
    return s3.getObjectAsBytes(b -> b.bucket(bucket).key(key));
  }

  private String text(String key) {
    return get(key).asUtf8String();
  }

  private String range(String key, String range) {
    return s3.getObjectAsBytes(b -> b.bucket(bucket).key(key).range(range)).asUtf8String();
  }

  private HeadObjectResponse head(String key) {
    return s3.headObject(b -> b.bucket(bucket).key(key));
  }

  private void delete(String key) {
    s3.deleteObject(b -> b.bucket(bucket).key(key));
  }

  private void copy(String from, String to) {
    s3.copyObject(
        b -> b.sourceBucket(bucket).sourceKey(from).destinationBucket(bucket).destinationKey(to));
  }

  private ListObjectsV2Response list(String prefix) {
    return s3.listObjectsV2(b -> b.bucket(bucket).prefix(prefix));
  }

  private String begin(String key) {
    return s3.createMultipartUpload(b -> b.bucket(bucket).key(key).contentType("text/plain"))
        .uploadId();
  }

  private CompletedPart part(String key, String id, int number, byte[] bytes) {
    UploadPartResponse response =
        s3.uploadPart(
            b -> b.bucket(bucket).key(key).uploadId(id).partNumber(number),
            RequestBody.fromBytes(bytes));
    return CompletedPart.builder()
        .partNumber(number)
        .eTag(response.eTag())
        .checksumCRC32(response.checksumCRC32())
        .build();
  }

  private String complete(String key, String id, CompletedPart... parts) {
    return s3.completeMultipartUpload(
            b -> b.bucket(bucket).key(key).uploadId(id).multipartUpload(m -> m.parts(parts)))
        .eTag();
  }

  private static List<String> keys(ListObjectsV2Response page) {
    return page.contents().stream().map(S3Object::key).toList();
  }

  private static List<String> prefixes(ListObjectsV2Response page) {
    return page.commonPrefixes().stream().map(CommonPrefix::prefix).toList();
  }

  private static List<ObjectIdentifier> identifiers(List<String> keys) {
    return keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    new Random(count).nextBytes(bytes);
    return bytes;
  }

  private static void assertError(int status, String code, Executable request) {
    S3Exception error = assertThrows(S3Exception.class, request);
    assertEquals(status, error.statusCode(), error.getMessage());
    assertEquals(code, error.awsErrorDetails().errorCode());
  }

  private static int status(Callable<?> request) throws Exception {
    try {
      request.call();
      return 200;
    } catch (S3Exception e) {
      return e.statusCode();
    }
  }

  /** What one of several does at the same time. */
  private interface Racer {
    int run(int racer) throws Exception;
  }

  private static List<Integer> race(Racer racer) throws Exception {
    CyclicBarrier start = new CyclicBarrier(RACERS);
    ExecutorService threads = Executors.newFixedThreadPool(RACERS);
    try {
      List<Future<Integer>> running = new ArrayList<>();
      for (int i = 0; i < RACERS; i++) {
        int number = i;
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return racer.run(number);
                }));
      }
      List<Integer> outcomes = new ArrayList<>();
      for (Future<Integer> outcome : running) {
        outcomes.add(outcome.get());
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }
}
