package dev.nutgraf.s3;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.s3.Batch.Answer;
import dev.nutgraf.s3.ModelRun.Protocol;
import dev.nutgraf.s3.ModelState.Budget;
import dev.nutgraf.summary.Document;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The model finds the fault of reconcilers that send a request too early. */
final class ModelFaultsTest {

  @Test
  void theModelFindsTheFaultOfNotWaitingForTheOtherRequestsOfABatch() {
    assertFindsAFault(Protocol.REAL, false, Budget.NONE, "other", "good");
  }

  @Test
  void theModelFindsTheFaultOfNotWaitingForTheOtherRequestsWhenOneFails() {
    assertFindsAFault(Protocol.REAL, false, new Budget(0, 0, 0, 1, 0), "other", "bad");
  }

  @Test
  void theModelFindsTheFaultOfObservingTheArticleBesideTheLastWrite() {
    assertFindsAFault(
        (articles, summaries, generator) -> {
          EarlyClosing early = new EarlyClosing(articles, summaries);
          return Protocol.REAL.reconciler(early.articles(), early, generator);
        },
        true,
        Budget.NONE,
        "good",
        "");
  }

  @Test
  void theModelFindsTheFaultOfCreatingOutputsBeforeObservingAll() {
    assertFindsAFault(
        (articles, summaries, generator) ->
            Protocol.REAL.reconciler(articles, new BlindCreation(summaries), generator),
        true,
        new Budget(1, 0, 1, 0, 0),
        "good",
        "bad");
  }

  private static void assertFindsAFault(
      Protocol protocol, boolean waitsForBatches, Budget budget, String first, String second) {
    ModelScenario scenario =
        new ModelScenario(
            List.of(ModelExploration.step(1, first), ModelExploration.step(2, second)),
            List.of(ModelExploration.ENGINE),
            2,
            protocol,
            waitsForBatches,
            new HashMap<>());
    AssertionError fault =
        assertThrows(
            AssertionError.class,
            () -> new ModelExploration().exhaust(scenario, ModelS3.EMPTY, budget));
    assertTrue(String.valueOf(fault.getMessage()).contains("quiescent"), fault::getMessage);
  }

  /** A bucket that passes every operation on. */
  private static class Passing implements Bucket {
    final Bucket bucket;

    Passing(Bucket bucket) {
      this.bucket = bucket;
    }

    @Override
    public String name() {
      return bucket.name();
    }

    @Override
    public Optional<StoredObject> head(String key) {
      return bucket.head(key);
    }

    @Override
    public GetResult get(String key, Predicate<StoredObject> wanted) {
      return bucket.get(key, wanted);
    }

    @Override
    public WriteResult putIfAbsent(String key, Document document, Map<String, String> metadata) {
      return bucket.putIfAbsent(key, document, metadata);
    }

    @Override
    public WriteResult putIfMatch(
        String key, Document document, Map<String, String> metadata, String eTag) {
      return bucket.putIfMatch(key, document, metadata, eTag);
    }

    @Override
    public WriteResult deleteIfMatch(String key, String eTag) {
      return bucket.deleteIfMatch(key, eTag);
    }
  }

  /** Sends the last observation of the article beside the write of metadata.json. */
  private static final class EarlyClosing extends Passing {
    private final Bucket articles;
    private Optional<Optional<StoredObject>> closing = Optional.empty();

    EarlyClosing(Bucket articles, Bucket summaries) {
      super(summaries);
      this.articles = articles;
    }

    Bucket articles() {
      return new Passing(articles) {
        @Override
        public Optional<StoredObject> head(String key) {
          Optional<StoredObject> article = closing.orElseGet(() -> super.head(key));
          closing = Optional.empty();
          return article;
        }
      };
    }

    @Override
    public WriteResult putIfAbsent(String key, Document document, Map<String, String> metadata) {
      return close(document, () -> super.putIfAbsent(key, document, metadata));
    }

    @Override
    public WriteResult putIfMatch(
        String key, Document document, Map<String, String> metadata, String eTag) {
      return close(document, () -> super.putIfMatch(key, document, metadata, eTag));
    }

    private WriteResult close(Document document, Supplier<WriteResult> write) {
      if (document.kind() != Document.Kind.METADATA) {
        return write.get();
      }
      Batch batch = new Batch();
      Answer<WriteResult> written = batch.add(write);
      Answer<Optional<StoredObject>> article = batch.add(() -> articles.head(ModelS3.KEY));
      batch.send(Runnable::run);
      if (written.get() == WriteResult.DONE) {
        closing = Optional.of(article.get());
      }
      return written.get();
    }
  }

  /** Takes every output for absent until a write shows that one isn't. */
  private static final class BlindCreation extends Passing {
    private boolean observes;

    BlindCreation(Bucket summaries) {
      super(summaries);
    }

    @Override
    public Optional<StoredObject> head(String key) {
      return observes ? super.head(key) : Optional.empty();
    }

    @Override
    public WriteResult putIfAbsent(String key, Document document, Map<String, String> metadata) {
      WriteResult result = super.putIfAbsent(key, document, metadata);
      observes |= result == WriteResult.PRECONDITION_FAILED;
      return result;
    }
  }
}
