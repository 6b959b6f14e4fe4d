package dev.nutgraf.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nutgraf.s3.ModelS3.Call;
import dev.nutgraf.s3.ModelS3.Delete;
import dev.nutgraf.s3.ModelS3.Put;
import dev.nutgraf.s3.ModelS3.Version;
import dev.nutgraf.s3.Outcome.Cause;
import dev.nutgraf.s3.Outcome.Status;
import dev.nutgraf.s3.Reconciler.Request;
import dev.nutgraf.s3.Reconciler.Trigger;
import dev.nutgraf.summary.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Examples of reconciling; {@link ReconcilerModelTest} explores all interleavings. */
final class ReconcilerTest {
  private static final ModelGenerator ENGINE = new ModelGenerator("engine-1");

  private ModelS3 s3 = ModelS3.EMPTY;
  private final List<Call> writes = new ArrayList<>();
  private final List<Integer> waits = new ArrayList<>();
  private int failedPreconditions;
  private int contentsRead;
  private Optional<GetResult> staleRead = Optional.empty();

  @Test
  void writesTheOutputsOfANewArticleWithMetadataLast() {
    put(1, "good");
    Outcome outcome = reconcile(Request.DEFAULT);
    assertEquals(Status.SUMMARIZED, outcome.status());
    assertEquals(Optional.of(Cause.NEW), outcome.cause());
    assertEquals(List.of("put a.summary.txt", "put a.metadata.json"), described(writes));
    assertEquals(1, outcome.rounds());
  }

  @Test
  void writesNothingIfTheOutputsMatch() {
    put(1, "good");
    reconcile(Request.DEFAULT);
    writes.clear();
    Outcome outcome = reconcile(Request.DEFAULT);
    assertEquals(Status.UNCHANGED, outcome.status());
    assertEquals(Optional.empty(), outcome.cause());
    assertEquals(List.of(), writes);
  }

  @Test
  void replacesTheOutputsOfAChangedArticle() {
    put(1, "good");
    reconcile(Request.DEFAULT);
    put(3, "other");
    assertEquals(Optional.of(Cause.CHANGED), reconcile(Request.DEFAULT).cause());
    assertEquals(ModelScenario.expectedOutputs(s3.article(), ENGINE), s3.outputs());
  }

  @Test
  void deletesTheSummaryOfAnArticleThatIsRejectedNow() {
    put(1, "good");
    reconcile(Request.DEFAULT);
    writes.clear();
    put(3, "bad");
    Outcome outcome = reconcile(Request.DEFAULT);
    assertEquals(Status.REJECTED, outcome.status());
    assertEquals(Optional.of("binary"), outcome.rejection());
    assertEquals(List.of("delete a.summary.txt", "put a.metadata.json"), described(writes));
  }

  @Test
  void deletesTheOutputsOfADeletedArticleWithMetadataFirst() {
    put(1, "good");
    reconcile(Request.DEFAULT);
    writes.clear();
    s3 = s3.withArticle(Optional.empty());
    Outcome outcome = reconcile(Request.DEFAULT);
    assertEquals(Status.REMOVED, outcome.status());
    assertEquals(Optional.of(Cause.ORPHAN), outcome.cause());
    assertEquals(List.of("delete a.metadata.json", "delete a.summary.txt"), described(writes));
  }

  @Test
  void keepsTheOutputsOfAnArchivedArticle() {
    put(1, "good");
    reconcile(Request.DEFAULT);
    put(3, "other");
    s3 = s3.withArticle(s3.article().map(Version::archived));
    Map<String, StoredObject> before = s3.outputs();
    assertEquals(Status.KEPT, reconcile(Request.DEFAULT).status());
    assertEquals(before, s3.outputs());
  }

  @Test
  void leavesTheOutputsOfAnArchivedArticleThatTheyMatch() {
    put(1, "good");
    reconcile(Request.DEFAULT);
    s3 = s3.withArticle(s3.article().map(Version::archived));
    assertEquals(Status.UNCHANGED, reconcile(Request.DEFAULT).status());
  }

  @Test
  void doesNotReadALargeArticleAgainForARepeatedEvent() {
    put(1, "good");
    reconcile(Request.DEFAULT);
    assertEquals(1, contentsRead);
    reconcile(Request.DEFAULT);
    assertEquals(1, contentsRead);
  }

  @Test
  void readsTheArticleAgainBeforeItReplacesOutputsOfANewerOne() {
    put(1, "good");
    GetResult before = new ModelBucket(true).get(ModelS3.KEY, article -> true);
    put(3, "other");
    reconcile(Request.DEFAULT);
    writes.clear();
    // The answer to the read is older than those to the observation of the outputs.
    staleRead = Optional.of(before);
    assertEquals(Status.UNCHANGED, reconcile(Request.DEFAULT).status());
    assertEquals(List.of(), writes);
  }

  @Test
  void leavesAListedOutputToItsArticle() {
    put(1, "good");
    reconcile(Request.DEFAULT);
    put(3, "other");
    Request request = new Request(Trigger.LISTED_OUTPUT, false, false);
    assertEquals(Status.UNCHANGED, reconcile(request).status());
    s3 = s3.withArticle(Optional.empty());
    assertEquals(Status.REMOVED, reconcile(request).status());
    assertEquals(Map.of(), s3.outputs());
  }

  @Test
  void startsAnotherRoundAfterABackOffIfAPreconditionFails() {
    put(1, "good");
    failedPreconditions = 2;
    Outcome outcome = reconcile(Request.DEFAULT);
    assertEquals(3, outcome.rounds());
    assertEquals(List.of(2, 3), waits);
    assertEquals(ModelScenario.expectedOutputs(s3.article(), ENGINE), s3.outputs());
  }

  @Test
  void failsIfEveryRoundLosesToAConcurrentWriter() {
    put(1, "good");
    failedPreconditions = Reconciler.MAX_ROUNDS;
    assertThrows(ContendedException.class, () -> reconcile(Request.DEFAULT));
    assertEquals(Reconciler.MAX_ROUNDS - 1, waits.size());
  }

  @Test
  void reportsTheOutcomeOfADryRunWithoutWriting() {
    put(1, "good");
    Outcome outcome = reconcile(new Request(Trigger.EVENT, false, true));
    assertEquals(Status.SUMMARIZED, outcome.status());
    assertEquals(List.of(), writes);
  }

  @Test
  void rewritesRightOutputsIfForced() {
    put(1, "good");
    reconcile(Request.DEFAULT);
    writes.clear();
    Outcome outcome = reconcile(new Request(Trigger.EVENT, true, false));
    assertEquals(Optional.of(Cause.FORCED), outcome.cause());
    assertEquals(2, writes.size());
  }

  @Test
  void doesNothingForAKeyWhoseOutputsWouldHaveTooLongKeys() {
    Outcome outcome = reconciler().reconcile("k".repeat(1_020));
    assertEquals(Outcome.of(Status.KEY_TOO_LONG), outcome);
  }

  private void put(int number, String content) {
    s3 = s3.withArticle(Optional.of(Version.readable(number, content, Optional.empty())));
  }

  private Outcome reconcile(Request request) {
    return reconciler().reconcile(ModelS3.KEY, request);
  }

  private Reconciler reconciler() {
    return new Reconciler(
        new ModelBucket(true),
        new ModelBucket(false),
        new OutputKeys(""),
        ENGINE,
        waits::add,
        Runnable::run);
  }

  private static List<String> described(List<Call> calls) {
    return calls.stream()
        .map(
            call ->
                call instanceof Put put ? "put " + put.key() : "delete " + ((Delete) call).key())
        .toList();
  }

  /** A bucket of the model, which fails the preconditions of the first writes if told to. */
  private final class ModelBucket implements Bucket {
    private final boolean articles;

    ModelBucket(boolean articles) {
      this.articles = articles;
    }

    @Override
    public String name() {
      return articles ? "articles" : "summaries";
    }

    @Override
    @SuppressWarnings("unchecked")
    public Optional<StoredObject> head(String key) {
      return (Optional<StoredObject>)
          send(articles ? new ModelS3.HeadArticle() : new ModelS3.HeadOutput(key));
    }

    @Override
    public GetResult get(String key, Predicate<StoredObject> wanted) {
      GetResult result = staleRead.orElseGet(() -> (GetResult) send(new ModelS3.GetArticle()));
      staleRead = Optional.empty();
      if (!(result instanceof GetResult.Content content)) {
        return result;
      }
      if (!wanted.test(content.description())) {
        return new GetResult.Unread(content.description());
      }
      contentsRead++;
      return content;
    }

    @Override
    public WriteResult putIfAbsent(String key, Document document, Map<String, String> metadata) {
      return write(ModelS3.put(key, document, metadata, Optional.empty()));
    }

    @Override
    public WriteResult putIfMatch(
        String key, Document document, Map<String, String> metadata, String eTag) {
      return write(ModelS3.put(key, document, metadata, Optional.of(eTag)));
    }

    @Override
    public WriteResult deleteIfMatch(String key, String eTag) {
      return write(new Delete(key, eTag));
    }

    private WriteResult write(Call call) {
      if (failedPreconditions > 0) {
        failedPreconditions--;
        return WriteResult.PRECONDITION_FAILED;
      }
      writes.add(call);
      return (WriteResult) send(call);
    }

    private Object send(Call call) {
      ModelS3.Answered answered = s3.answer(call);
      s3 = answered.s3();
      return answered.answer();
    }
  }
}
