package dev.nutgraf.local.endpoint;

import dev.nutgraf.s3.Bucket.WriteResult;
import dev.nutgraf.s3.S3RequestException;
import dev.nutgraf.s3.StoredObject;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * What Nutgraf needs of an S3 implementation. Every check runs the function's own requests and says
 * what follows for Nutgraf if the store doesn't behave like S3.
 */
public enum EndpointCheck {
  /** The SDK sends one with every PUT by default; R2, Ceph and others may refuse it with 501. */
  CHECKSUM(
      "PUT with a CRC32 checksum stores the content",
      "Set AWS_REQUEST_CHECKSUM_CALCULATION=when_required (parameter RequestChecksums).",
      EndpointCheck::storesContent),

  /** A 403 isn't taken for absence. */
  ABSENCE(
      "HEAD and GET of an absent key answer 404",
      "Every new article fails. Without s3:ListBucket, S3 answers 403 here.",
      EndpointCheck::reportsAbsence),

  E_TAG(
      "PUT, HEAD and GET state the same ETag",
      "Nutgraf can't tell which version of an object it has seen.",
      EndpointCheck::statesOneETag),

  METADATA(
      "HEAD returns user metadata, Content-Type, Content-Length and Last-Modified",
      "Nutgraf doesn't recognize outputs that are up to date, and writes them at every event.",
      EndpointCheck::keepsMetadata),

  CREATE(
      "PUT with If-None-Match: * creates an object and never replaces one",
      "Two invocations can overwrite each other's outputs.",
      EndpointCheck::createsOnlyIfAbsent),

  REPLACE(
      "PUT with If-Match replaces only the version it names",
      "A late invocation can overwrite the summary of a newer article.",
      EndpointCheck::replacesOnlyTheNamedVersion),

  DELETE(
      "DELETE with If-Match deletes only the version it names",
      "A late invocation can delete the summary of a newer article.",
      EndpointCheck::deletesOnlyTheNamedVersion),

  CONCURRENT_CREATE(
      "one of many concurrent PUTs with If-None-Match: * succeeds",
      "Concurrent invocations can leave outputs of different versions until the next reprocessing.",
      EndpointCheck::createsOnceUnderConcurrency),

  CONCURRENT_REPLACE(
      "one of many concurrent PUTs with the same If-Match succeeds",
      "Concurrent invocations can leave outputs of different versions until the next reprocessing.",
      EndpointCheck::replacesOnceUnderConcurrency),

  KEYS(
      "keys with spaces, +, %, // and Unicode are kept apart",
      "Articles with such keys get no summary, or the summary of another.",
      EndpointCheck::keepsKeysApart),

  LIST(
      "ListObjectsV2 pages through all keys and states what HEAD states",
      "Reprocessing can miss articles.",
      EndpointCheck::listsEveryKeyOnce);

  private static final int RACERS = 8;
  private static final int RACES = 20;

  private static final List<String> KEYS_TO_KEEP_APART =
      List.of(
          "a", "a/b", "a//b", "a b", "a+b", "a%20b", "a%2Fb", "ü", "日本語.txt", "😀&=?#.html", "a.b");

  private final String subject;
  private final String consequence;

  @SuppressWarnings("ImmutableEnumChecker") // always one of the static methods below
  private final Probe probe;

  EndpointCheck(String subject, String consequence, Probe probe) {
    this.subject = subject;
    this.consequence = consequence;
    this.probe = probe;
  }

  private interface Probe {
    void run(Sandbox sandbox);
  }

  /** What is checked, as a statement about the store. */
  public String subject() {
    return subject;
  }

  /** What follows for Nutgraf if the check fails. */
  public String consequence() {
    return consequence;
  }

  /**
   * Runs the check and deletes its objects.
   *
   * @param prefix prefix of the check's keys, which nothing else uses
   * @return what the store did instead; empty if the check passed
   */
  public Optional<String> run(S3Client s3, String bucket, String prefix) {
    String folder = prefix + name().toLowerCase(Locale.ROOT) + "/";
    try (Sandbox sandbox = new Sandbox(s3, bucket, folder)) {
      probe.run(sandbox);
      return Optional.empty();
    } catch (CheckFailedException | S3RequestException | SdkException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static void storesContent(Sandbox sandbox) {
    expect(sandbox.putIfAbsent("a", "content", Map.of()) == WriteResult.DONE, "the PUT failed");
    expectText(sandbox, "a", "content");
  }

  private static void reportsAbsence(Sandbox sandbox) {
    expect(sandbox.head("absent").isEmpty(), "HEAD found an object that was never written");
    expect(sandbox.text("absent").isEmpty(), "GET found an object that was never written");
  }

  private static void statesOneETag(Sandbox sandbox) {
    String first = eTagOfPut(sandbox, "first");
    String second = eTagOfPut(sandbox, "second");
    expect(!first.equals(second), "another content has the same ETag");
  }

  private static String eTagOfPut(Sandbox sandbox, String text) {
    String answered =
        sandbox
            .put("a", text)
            .map(eTag -> eTag.replace("\"", ""))
            .orElseThrow(() -> new CheckFailedException("the answer to PUT has no ETag"));
    String head = sandbox.existing("a").eTag();
    expect(answered.equals(head), "PUT answered ETag %s, HEAD states %s".formatted(answered, head));
    return head;
  }

  private static void keepsMetadata(Sandbox sandbox) {
    Map<String, String> metadata =
        Map.of("nutgraf-state", "abc 2026-01-05T08:30:00Z d SUMMARY,PAGE");
    String text = "content";
    sandbox.putIfAbsent("a", text, metadata);
    StoredObject object = sandbox.existing("a");
    expect(object.metadata().equals(metadata), "the metadata came back as " + object.metadata());
    expect(object.size() == text.length(), "Content-Length is " + object.size());
    Optional<String> type = object.contentType();
    expect(
        type.filter(declared -> declared.startsWith("text/plain")).isPresent(),
        "Content-Type came back as " + type.orElse("nothing"));
  }

  private static void createsOnlyIfAbsent(Sandbox sandbox) {
    expect(
        sandbox.putIfAbsent("a", "first", Map.of()) == WriteResult.DONE,
        "the PUT of an absent key was refused");
    expect(
        sandbox.putIfAbsent("a", "second", Map.of()) == WriteResult.PRECONDITION_FAILED,
        "the PUT of an existing key answered 200, not 412");
    expectText(sandbox, "a", "first");
  }

  private static void replacesOnlyTheNamedVersion(Sandbox sandbox) {
    sandbox.put("a", "first");
    String first = sandbox.existing("a").eTag();
    expect(
        sandbox.putIfMatch("a", "second", first) == WriteResult.DONE,
        "the PUT with the current ETag was refused");
    expectText(sandbox, "a", "second");
    expect(
        sandbox.putIfMatch("a", "third", first) == WriteResult.PRECONDITION_FAILED,
        "the PUT with an earlier ETag answered 200, not 412");
    expectText(sandbox, "a", "second");
    expect(
        sandbox.putIfMatch("absent", "new", first) == WriteResult.PRECONDITION_FAILED,
        "the PUT of an absent key answered 200, not 404 or 412");
  }

  private static void deletesOnlyTheNamedVersion(Sandbox sandbox) {
    sandbox.put("a", "first");
    String first = sandbox.existing("a").eTag();
    sandbox.put("a", "second");
    String second = sandbox.existing("a").eTag();
    expect(
        sandbox.deleteIfMatch("a", first) == WriteResult.PRECONDITION_FAILED,
        "the DELETE with an earlier ETag succeeded, 412 was expected");
    expectText(sandbox, "a", "second");
    expect(
        sandbox.deleteIfMatch("a", second) == WriteResult.DONE,
        "the DELETE with the current ETag was refused");
    expect(sandbox.head("a").isEmpty(), "HEAD finds the deleted object");
  }

  private static void createsOnceUnderConcurrency(Sandbox sandbox) {
    for (int race = 0; race < RACES; race++) {
      String name = "race-" + race;
      race(sandbox, name, text -> sandbox.putIfAbsent(name, text, Map.of()));
    }
  }

  private static void replacesOnceUnderConcurrency(Sandbox sandbox) {
    for (int race = 0; race < RACES; race++) {
      String name = "race-" + race;
      sandbox.put(name, "seen");
      String seen = sandbox.existing(name).eTag();
      race(sandbox, name, text -> sandbox.putIfMatch(name, text, seen));
    }
  }

  private static void race(Sandbox sandbox, String name, Function<String, WriteResult> write) {
    List<Callable<WriteResult>> racers = new ArrayList<>();
    for (int racer = 0; racer < RACERS; racer++) {
      String text = "racer " + racer;
      racers.add(() -> write.apply(text));
    }
    List<WriteResult> results = sandbox.race(racers);
    long winners = results.stream().filter(result -> result == WriteResult.DONE).count();
    expect(winners == 1, "%d of %d succeeded".formatted(winners, RACERS));
    expectText(sandbox, name, "racer " + results.indexOf(WriteResult.DONE));
  }

  private static void keepsKeysApart(Sandbox sandbox) {
    for (String key : KEYS_TO_KEEP_APART) {
      expect(
          sandbox.putIfAbsent(key, "content of " + key, Map.of()) == WriteResult.DONE,
          "\"%s\" is taken for another key".formatted(key));
    }
    KEYS_TO_KEEP_APART.forEach(key -> expectText(sandbox, key, "content of " + key));
  }

  private static void listsEveryKeyOnce(Sandbox sandbox) {
    KEYS_TO_KEEP_APART.forEach(key -> sandbox.put(key, "content of " + key));
    Map<String, S3Object> listed = sandbox.list();
    expect(
        listed.keySet().equals(new TreeSet<>(KEYS_TO_KEEP_APART)),
        "the keys listed are " + listed.keySet());
    listed.forEach(
        (key, object) -> {
          StoredObject head = sandbox.existing(key);
          expect(
              object.eTag().replace("\"", "").equals(head.eTag())
                  && object
                      .lastModified()
                      .truncatedTo(ChronoUnit.SECONDS)
                      .equals(head.lastModified().truncatedTo(ChronoUnit.SECONDS)),
              "\"%s\" is listed with ETag %s of %s, HEAD states %s of %s"
                  .formatted(
                      key, object.eTag(), object.lastModified(), head.eTag(), head.lastModified()));
        });
  }

  private static void expectText(Sandbox sandbox, String name, String expected) {
    Optional<String> text = sandbox.text(name);
    expect(
        text.filter(expected::equals).isPresent(),
        "GET of \"%s\" returned %s, expected \"%s\""
            .formatted(name, text.map(t -> '"' + t + '"').orElse("404"), expected));
  }

  private static void expect(boolean condition, String otherwise) {
    if (!condition) {
      throw new CheckFailedException(otherwise);
    }
  }
}
