package dev.nutgraf.article.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the reader to the sample articles, line by line. */
class SeedsTest {
  private static final Path SEEDS = Path.of("seeds");
  private static final Path MORE_SEEDS = Path.of("../shared/seeds");

  @Test
  void classifiesTheBoilerplateOfTheSamplesAndNothingElse() throws IOException {
    assertEquals(
        List.of(
            "POST Ukraine does not",
            "HEADING Washington cautions Moscow",
            "CREDIT (Image: AP)",
            "DATE date 2022-01-22",
            "POST America and its",
            "HEADING London flies soldiers",
            "CREDIT (Image: AP)",
            "HEADING Antony Blinken Promises",
            "CAPTION Antony Blinken",
            "CAPTION Antony Blinken",
            "HEADING Foreign Minister Kuleba",
            "NAVIGATION Previous articleStreaming Service",
            "NAVIGATION Next articleGovernor Puts",
            "DATE date 2022-02-01",
            "POST I told Foreign",
            "HEADING Kyiv asks Moscow",
            "DATE date 2021-12-30",
            "POST Just spoke to",
            "HEADING Leaders of both",
            "CREDIT (Image: AP)"),
        boilerplate(SEEDS));
  }

  @Test
  void classifiesTheSameBoilerplateInTheArticlesTheSamplesRetell() throws IOException {
    assumeTrue(Files.isDirectory(MORE_SEEDS), "the articles are not here");
    assertEquals(
        boilerplate(SEEDS).stream().map(SeedsTest::role).toList(),
        boilerplate(MORE_SEEDS).stream().map(SeedsTest::role).toList());
  }

  @Test
  void leavesNoBoilerplateInTheProse() throws IOException {
    for (Path folder : Stream.of(SEEDS, MORE_SEEDS).filter(Files::isDirectory).toList()) {
      for (Path file : files(folder)) {
        Article article = read(file);
        for (Block block : article.blocks()) {
          String content = article.text().substring(block.start(), block.end());
          if (block.role().prose()) {
            assertFalse(content.contains("pic.twitter.com"), content);
            assertFalse(content.contains("(Image:"), content);
            assertFalse(content.contains("(@"), content);
            assertFalse(content.contains("revious article"), content);
            assertTrue(block.role() == Role.PARAGRAPH && content.length() > 150, content);
          }
        }
      }
    }
  }

  private static String role(String line) {
    return line.substring(0, line.indexOf(' '));
  }

  /** Returns role and first three words of each block that isn't prose. */
  private static List<String> boilerplate(Path folder) throws IOException {
    List<String> boilerplate = new ArrayList<>();
    for (Path file : files(folder)) {
      Article article = read(file);
      for (Block block : article.blocks()) {
        if (!block.role().prose()) {
          String[] words = article.text().substring(block.start(), block.end()).split(" ", 4);
          int count = Math.min(3, words.length);
          boilerplate.add(block.role() + " " + String.join(" ", List.of(words).subList(0, count)));
        }
      }
    }
    return boilerplate;
  }

  private static Article read(Path file) throws IOException {
    return new ArticleReader(1 << 20)
        .read(ArticleFile.of(file.getFileName().toString(), Files.readAllBytes(file)));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }
}
