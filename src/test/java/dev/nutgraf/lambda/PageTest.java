package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PageTest {

  @Test
  void comesAndGoesWithTheSetting() {
    try (Deployment deployment = new Deployment(Map.of("SUMMARY_HTML", "true"))) {
      deployment.put("a.txt", Deployment.ARTICLE);
      deployment.deliver("a.txt");
      assertEquals(
          List.of("a.txt.metadata.json", "a.txt.summary.html", "a.txt.summary.txt"),
          deployment.outputKeys());

      Map<String, String> withoutPage =
          Map.of(
              "ARTICLE_BUCKET", Deployment.ARTICLES,
              "SUMMARY_BUCKET", Deployment.SUMMARIES);
      new S3EventHandler(Application.of(withoutPage, deployment.s3, line -> {}))
          .handleRequest(
              Deployment.event(Deployment.ARTICLES, List.of("a.txt")), Deployment.context());
      assertEquals(List.of("a.txt.metadata.json", "a.txt.summary.txt"), deployment.outputKeys());
    }
  }
}
