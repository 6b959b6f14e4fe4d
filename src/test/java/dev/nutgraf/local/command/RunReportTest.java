package dev.nutgraf.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nutgraf.local.command.ArticleFiles.Skip;
import dev.nutgraf.local.deployment.ArticleResult;
import dev.nutgraf.summary.Summarizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TallyTest {
  private static final String EMPTY =
      "{\"status\":\"rejected\",\"error\":{\"code\":\"empty\",\"message\":\"No text.\"}}";
  private static final String GUESSED =
      "{\"status\":\"summarized\",\"warnings\":[{\"code\":\"guessed\",\"message\":\"Latin?\"}]}";

  private final RunReport report = new RunReport();

  @Test
  void countsEveryStatusAndNamesTheFilesThatNeedAttention() throws IOException {
    add("a.txt", GUESSED);
    add("b.txt", "{\"status\":\"summarized\"}");
    add("c.txt", "{\"status\":\"short\"}");
    add("d.txt", EMPTY);
    add("e.txt", EMPTY);
    report.fail("f.txt: no such file or folder");
    assertEquals(
        """
        nutgraf %s: 6 files in 1.5 s: 2 summarized, 1 short, 2 rejected, 1 failed
        Short: no more sentences than a summary may have; the summary is all of them.
        Skipped 1 hidden: .DS_Store
        Warning guessed: 1, such as a.txt: Latin?
        Rejected (2):
          2 empty: No text.
            d.txt
            e.txt
        Failed (1):
          f.txt: no such file or folder
        """
            .formatted(Summarizer.version()),
        report.describe(Map.of(Skip.HIDDEN, List.of(Path.of(".DS_Store"))), 1.5));
  }

  @Test
  void isOneLineIfAllIsWell() throws IOException {
    add("a.txt", "{\"status\":\"summarized\"}");
    assertEquals(
        "nutgraf %s: 1 file in 0.0 s: 1 summarized, 0 short, 0 rejected, 0 failed\n"
            .formatted(Summarizer.version()),
        report.describe(Map.of(), 0));
    assertTrue(report.isComplete());
  }

  @Test
  void endsLongListsWithTheNumberOfTheRest() throws IOException {
    for (int i = 0; i < 1_103; i++) {
      add(i + ".txt", EMPTY);
    }
    String text = report.describe(Map.of(Skip.LINK, Collections.nCopies(6, Path.of("x"))), 0);
    assertTrue(text.contains("Rejected (1,103):\n  1,103 empty: No text.\n"), text);
    assertTrue(text.endsWith("    99.txt\n    ... and 1,003 more\n"), text);
    assertTrue(text.contains("Skipped 6 linked: x, x, x, x, x, ...\n"), text);
  }

  private void add(String file, String document) throws IOException {
    report.add(Path.of(file), new ArticleResult(file, new ObjectMapper().readTree(document)));
  }
}
