package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.local.s3.Fault;
import dev.nutgraf.local.s3.S3Call;
import dev.nutgraf.local.s3.S3Operation;
import dev.nutgraf.s3.DocumentGenerator;
import dev.nutgraf.s3.Outcome.Status;
import dev.nutgraf.s3.SummaryGenerator;
import dev.nutgraf.summary.LengthSetting;
import dev.nutgraf.summary.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crac.Core;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SnapStartPrimingTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("ARTICLE_BUCKET", Deployment.ARTICLES, "SUMMARY_BUCKET", Deployment.SUMMARIES);

  private final Deployment deployment = new Deployment();
  private final List<S3Call> calls = Collections.synchronizedList(new ArrayList<>());
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void stop() {
    deployment.close();
  }

  @Test
  void sendsOneHeadToS3AndWritesAndLogsNothing() {
    deployment.server.injectFaults(
        call -> {
          calls.add(call);
          return Optional.empty();
        });
    prime();
    assertEquals(List.of(S3Operation.HEAD_OBJECT), calls.stream().map(S3Call::operation).toList());
    deployment.server.injectFaults(call -> Optional.empty());
    assertEquals(Map.of(), deployment.outputs());
    assertEquals(List.of(), log);
  }

  @Test
  void summarizesATextAndAPageUntilTheCodeIsCompiled() {
    RecordingGenerator generator = new RecordingGenerator();
    prime(generator);
    assertEquals(80, generator.statuses.size());
    assertEquals(List.of(Status.SUMMARIZED), generator.statuses.stream().distinct().toList());
    assertEquals(2, generator.keys.stream().distinct().count());
    assertTrue(generator.keys.stream().allMatch(key -> key.startsWith("nutgraf/priming.")));
  }

  @Test
  void succeedsIfS3RefusesTheHead() {
    deployment.server.injectFaults(
        call -> Optional.of(new Fault.ErrorResponse(403, "AccessDenied", false)));
    assertDoesNotThrow(() -> prime());
  }

  @Test
  void failsIfTheEngineFailsSoThatTheVersionIsNotPublished() {
    RecordingGenerator broken = new RecordingGenerator();
    broken.failure = Optional.of(new IllegalStateException("broken"));
    assertThrows(InvocationFailedException.class, () -> prime(broken));
  }

  private void prime() {
    ApplicationFactory.primed(Settings.from(ENVIRONMENT), deployment.s3, log::add)
        .beforeCheckpoint(Core.getGlobalContext());
  }

  private void prime(DocumentGenerator generator) {
    SnapStartPriming.run(Settings.from(ENVIRONMENT), generator, deployment.s3);
  }

  /** The real engine, with a record of the articles it was given. */
  private static final class RecordingGenerator implements DocumentGenerator {
    private final DocumentGenerator engine =
        new SummaryGenerator(Settings.from(ENVIRONMENT).engine());
    private final List<Status> statuses = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private Optional<RuntimeException> failure = Optional.empty();

    @Override
    public String fingerprint() {
      return engine.fingerprint();
    }

    @Override
    public long maxArticleBytes() {
      return engine.maxArticleBytes();
    }

    @Override
    public Generated generate(
        Source source, ArticleFile file, Map<LengthSetting, String> overrides) {
      if (failure.isPresent()) {
        throw failure.get();
      }
      Generated generated = engine.generate(source, file, overrides);
      keys.add(source.key());
      statuses.add(generated.status());
      return generated;
    }

    @Override
    public Generated generateTooLarge(Source source) {
      throw new AssertionError("Priming has no large article");
    }
  }
}
